"""The figure and what is made of it: a question's figures, the response, waves."""
