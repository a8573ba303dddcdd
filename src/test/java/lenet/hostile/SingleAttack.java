package lenet.hostile;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import lenet.container.Client;

/** Tries attacks against a service that runs: port, seconds and a part of the attacks' names. */
final class SingleAttack {

    private SingleAttack() {}

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        Spoils spoils = Spoils.of(new Client("127.0.0.1", port));
        List<Attack> chosen = Attack.all(spoils).stream()
                .filter(attack -> attack.name().contains(args[2]))
                .toList();
        new Siege(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), chosen)
                .last(Duration.ofSeconds(Long.parseLong(args[1])))
                .forEach(tally -> {
                    System.out.println(tally.row());
                    tally.samples().forEach(System.out::println);
                });
    }
}
