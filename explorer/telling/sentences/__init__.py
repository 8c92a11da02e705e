"""Figures → Dutch sentences (B1). Never a cause, never a judgement, no number that is not in the figures."""

from explorer.telling.sentences.bases import base_line, nothing_to_show, panel_line, trend_line
from explorer.telling.sentences.copying import copy_sentence
from explorer.telling.sentences.findings import heading, lead
from explorer.telling.sentences.own import own_comment_lines, own_items, own_line
from explorer.telling.sentences.participation import response_lead
from explorer.telling.sentences.start import start_lead
from explorer.telling.sentences.widening import widening_notice
from explorer.telling.sentences.withheld import missing_line, reading_line, wider_group
from explorer.telling.words.selections import filter_words, group_label, participants_words, selection_words

__all__ = [
    "base_line",
    "copy_sentence",
    "filter_words",
    "group_label",
    "heading",
    "lead",
    "missing_line",
    "nothing_to_show",
    "own_comment_lines",
    "own_items",
    "own_line",
    "panel_line",
    "participants_words",
    "reading_line",
    "response_lead",
    "selection_words",
    "start_lead",
    "trend_line",
    "widening_notice",
    "wider_group",
]
