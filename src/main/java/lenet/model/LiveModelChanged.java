package lenet.model;

/** The live alias has moved to {@code version}; published after the move is committed. */
public record LiveModelChanged(long version) {}
