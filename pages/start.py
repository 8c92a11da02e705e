"""Start: what this is, how many took part, three doors, and every headline in one glance."""

from explorer.screen.frame.session import current
from explorer.screen.parts import markup
from explorer.screen.parts.blocks import page_head, simulated_mark, stop_when_empty
from explorer.screen.subjects.start import doors, glance, start_lead
from explorer.telling.subjects.overview import overview_by_section
from explorer.telling.subjects.participants import respondents_of
from explorer.telling.subjects.questions import question_figures

context = current()
page_head(context, "Waar staan gemeenten in hun aanpak van eenzaamheid?")
stop_when_empty(context, respondents_of(context.desk, context.selection))

questions = tuple(question for question in context.codebook.questions if question.headline is not None)
found = question_figures(context.desk, context.selection, questions)

markup.line("lead", start_lead(context))
simulated_mark(context)
doors(context)
glance(context, overview_by_section(found, context.codebook))
