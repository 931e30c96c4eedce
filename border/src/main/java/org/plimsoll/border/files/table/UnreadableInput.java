package org.plimsoll.border.files.table;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of entries, or a folder of an earlier run, with which nothing can be done. */
public final class UnreadableInput extends IOException {
  private static final long serialVersionUID = 1;

  public UnreadableInput(String message) {
    super(message);
  }

  public UnreadableInput(String message, Throwable cause) {
    super(message, cause);
  }

  /** A file that cannot be read, in words: most exceptions say no more than its name, or less. */
  public static UnreadableInput of(Path file, IOException why) {
    return switch (why) {
      case UnreadableInput said -> said;
      case NoSuchFileException _ ->
          new UnreadableInput("there is no file " + file + "\nMaybe check the path", why);
      case AccessDeniedException _ ->
          new UnreadableInput(file + " is not open to you\nMaybe have it opened", why);
      case CharacterCodingException _ ->
          new UnreadableInput(
              file + " is not UTF-8\nMaybe convert it: iconv -f cp1252 -t utf-8", why);
      default ->
          new UnreadableInput(
              "%s cannot be read: %s\nMaybe check the path".formatted(file, why.getMessage()), why);
    };
  }
}
