"""An action line, pillar or theme: every question of it, for what is selected. Serves all sections."""

import streamlit as st

from explorer.screen.frame.session import current
from explorer.screen.literal import literal
from explorer.screen.parts import markup
from explorer.screen.parts.blocks import how_to_read, page_head, question_block, simulated_mark, stop_when_empty
from explorer.telling.sentences import lead, widening_notice
from explorer.telling.subjects.participants import respondents_of
from explorer.telling.subjects.widening import shown_figures

asked = current()
selection, found = shown_figures(asked.desk, asked.selection, asked.codebook.questions_of(asked.section.id))
context = asked.showing(selection)
page_head(context, context.section.label)
stop_when_empty(asked, respondents_of(asked.desk, asked.selection))

markup.line("lead", lead(context.section, found), context.definitions)
if (notice := widening_notice(asked.selection, selection)) is not None:
    st.info(literal(notice))
simulated_mark(context)
how_to_read(context, found)
for figures in found:
    question_block(context, figures)
