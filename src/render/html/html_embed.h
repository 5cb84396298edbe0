/* html_embed: the style sheets and the script of every page. Their sources are
 * page.css, controls.css, cards.css, chart.css, print.css and page.js; the
 * Makefile makes C of them. */
#ifndef RENDER_HTML_HTML_EMBED_H
#define RENDER_HTML_HTML_EMBED_H

/* Free of '<' and '&', which a style element may not hold. */
extern const char html_page_css[];
extern const char html_controls_css[]; /* what a reader can do */
extern const char html_print_css[];    /* the page on paper */
extern const char html_chart_css[];

/* How a table with the class "stack" becomes cards; for within a media
 * query. */
extern const char html_cards_css[];

/* Free of "]]>" and of end tags. */
extern const char html_page_js[];

#endif
