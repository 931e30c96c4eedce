package org.plimsoll.app.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.provenance.Sha256;
import org.plimsoll.vault.ledger.Actor;

/**
 * Tokens that let their holders ask. The file keeps the hash of each, its name and its role; a
 * token itself is seen once, by whoever makes it.
 *
 * @param file its owner alone may read it; missing is empty
 */
record Tokens(Path file) {
  private static final int BYTES = 32;

  /** How the roles of a vault begin. */
  private static final String VAULT = "vault:";

  private static final String WHOSE =
      "operator|auditor|participant:[A-Za-z0-9][A-Za-z0-9._+:-]{0,99}";

  /** Those of a server that keeps its state in this folder. */
  static Tokens in(Path state) {
    return new Tokens(state.resolve("tokens"));
  }

  /**
   * A token that is known.
   *
   * @param name of its holder
   * @param role what it is for
   * @param actor as whom it uses the vault; only of the role {@link Role#VAULT}
   * @param sha256 in hexadecimal, all that is kept of its text
   */
  record Token(String name, Role role, Optional<Actor> actor, String sha256) {
    /** The role as it was given. */
    String roleWord() {
      return actor.map(whose -> VAULT + whose).orElse(role.word());
    }

    private static Token of(String name, String role, String sha256) {
      Optional<Actor> actor = findActor(role);
      return new Token(
          name,
          actor.isPresent() ? Role.VAULT : Role.valueOf(role.toUpperCase(Locale.ROOT)),
          actor,
          sha256);
    }
  }

  /**
   * As whom a role uses the vault; empty if it is none of the vault's.
   *
   * @throws Refusal if the vault has no such role
   */
  static Optional<Actor> findActor(String role) {
    if (!role.startsWith(VAULT)) {
      return Optional.empty();
    }
    String whose = role.substring(VAULT.length());
    if (!whose.matches(WHOSE)) {
      throw Refusal.of(
          "there is no role '" + role + "'",
          "write " + String.join(", ", Role.VAULT.given()) + ", a name without blanks");
    }
    return Optional.of(Actor.parse(whose));
  }

  /** The token of this text, compared in constant time. */
  Optional<Token> find(String text) {
    byte[] sought = Sha256.of(text).getBytes(StandardCharsets.US_ASCII);
    Optional<Token> found = Optional.empty();
    for (Token token : list()) {
      if (MessageDigest.isEqual(sought, token.sha256().getBytes(StandardCharsets.US_ASCII))) {
        found = Optional.of(token);
      }
    }
    return found;
  }

  /** All tokens, in the order in which they were made. */
  List<Token> list() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<Token> all = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        List<String> parts = List.of(line.split(" ", -1));
        if (parts.size() != 3) {
          throw Refusal.of("%s has a line that is no token: %s".formatted(file, line), "remove it");
        }
        all.add(Token.of(parts.get(0), parts.get(1), parts.get(2)));
      }
      return all;
    } catch (IOException e) {
      throw Refusal.ofFile(file, e);
    }
  }

  /**
   * Makes a token.
   *
   * @return its text, which is not kept
   * @throws Refusal if the name is taken or the file cannot be written
   */
  String add(String name, Role role) {
    return add(name, role, Optional.empty());
  }

  /** The same for somebody who uses the vault. */
  String add(String name, Actor actor) {
    return add(name, Role.VAULT, Optional.of(actor));
  }

  private String add(String name, Role role, Optional<Actor> actor) {
    if (!name.matches("[A-Za-z0-9._-]{1,60}")) {
      throw Refusal.of("'" + name + "' is no name of a token", "write letters, digits and - . _");
    }
    List<Token> all = new ArrayList<>(list());
    if (all.stream().anyMatch(token -> token.name().equals(name))) {
      throw Refusal.of(
          "there is a token of the name " + name,
          "take another, or revoke it: token revoke " + name);
    }
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    all.add(new Token(name, role, actor, Sha256.of(text)));
    write(all);
    return text;
  }

  /**
   * Takes a token back: from now on it opens nothing.
   *
   * @throws Refusal if there is none of the name
   */
  void revoke(String name) {
    List<Token> all = new ArrayList<>(list());
    if (!all.removeIf(token -> token.name().equals(name))) {
      throw Refusal.of("there is no token of the name " + name, "see them: token list");
    }
    write(all);
  }

  private void write(List<Token> all) {
    String text =
        String.join(
            "",
            all.stream()
                .map(t -> "%s %s %s\n".formatted(t.name(), t.roleWord(), t.sha256()))
                .toList());
    try {
      OwnerFiles.replace(file, text);
    } catch (IOException e) {
      throw Refusal.ofDisk(file, e);
    }
  }
}
