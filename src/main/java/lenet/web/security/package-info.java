/** Who may send what: hosts, pages of other sites, and later the roles of those who log in. */
@NullMarked
package lenet.web.security;

import org.jspecify.annotations.NullMarked;
