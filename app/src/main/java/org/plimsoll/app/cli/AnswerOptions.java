package org.plimsoll.app.cli;

import picocli.CommandLine.Mixin;

/** In which forms an answer is wanted, and help. */
final class AnswerOptions extends AnswerForms {
  @Mixin final HelpOption help = new HelpOption();
}
