"""An action line, pillar or theme: every question of it, for what is selected. Serves all sections."""

from explorer.question_figures import question_figures, respondents_of
from explorer.screen import markup
from explorer.screen.blocks import page_head, question_block, simulated_mark, stop_when_empty
from explorer.screen.session import current
from explorer.sentences import lead

context = current()
page_head(context, context.section.label)
stop_when_empty(context, respondents_of(context.gateway, context.viewer, context.selection))

questions = context.codebook.questions_of(context.section.id)
found = question_figures(context.gateway, context.viewer, context.selection, questions)

markup.line("lead", lead(context.section, found))
simulated_mark(context)
for figures in found:
    question_block(context, figures)
