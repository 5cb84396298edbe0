/* html_style_rules: what every page looks like, in CSS. Colours and sizes are
 * custom properties that html_style.c sets. Free of '<' and '&', which would
 * have to be escaped where they may not be. */
#include "html_priv.h"

/* On a narrow screen every row of a table is a card, and every cell stands
 * under its column's heading. The header row stays for those who have the
 * table read to them. */
#define CARDS(table)                                                           \
	table                                                                  \
	    "," table " tbody," table " th," table                             \
	    " td{display:block;width:auto;text-align:left}\n" table            \
	    "{border:0}\n" table " caption{display:block}\n" table             \
	    " thead{position:absolute;width:1px;height:1px;overflow:hidden;"   \
	    "clip-path:inset(50%)}\n" table                                    \
	    " tbody tr{display:grid;gap:0 1rem;"                               \
	    "grid-template-columns:repeat(auto-fill,minmax(7.5rem,1fr));"      \
	    "border:1px solid var(--rule);border-top:.25rem solid "            \
	    "var(--accent);margin:0 0 1rem;padding:.35rem .9rem}\n" table      \
	    " tbody td," table " tbody th{border:0;padding:.4rem 0}\n" table   \
	    " th," table " td:not([class]){grid-column:1/-1}\n" table          \
	    " tbody .group{border:0;padding:0;margin:1.25rem 0 .5rem}\n" table \
	    " tbody .group th{padding:.5rem .9rem}\n" table                    \
	    " td:empty{display:none}\n" table                                  \
	    " [data-label]::before{content:attr(data-label);display:block;"    \
	    "font-size:.875rem;font-weight:700;color:var(--muted)}\n"

const char html_style_rules[] =
    /* ---- the page ---- */
    "*,::before,::after{box-sizing:border-box}\n"
    "html{font-size:100%;-webkit-text-size-adjust:100%;"
    "text-size-adjust:100%;scroll-padding-top:1rem}\n"
    "body{margin:0;background:var(--page);color:var(--text);"
    "font:1.125rem/var(--line) \"Liberation Sans\",Arial,Helvetica,"
    "\"Nimbus Sans\",\"Noto Sans\",sans-serif;overflow-wrap:break-word}\n"
    ".inner{max-width:76rem;margin:0 auto;padding:0 1rem}\n"
    "main{display:block;padding:1.5rem 0 3rem}\n"
    "main:focus{outline:none}\n"
    "h1,h2,h3,h4,h5,h6,p,ul,ol,blockquote,pre,.fields{max-width:46rem}\n"
    ".skip{position:absolute;left:-999rem;padding:.75rem 1rem;"
    "background:var(--page);color:var(--text);z-index:1}\n"
    ".skip:focus{left:1rem;top:1rem}\n"
    ".unseen{position:absolute;width:1px;height:1px;margin:-1px;padding:0;"
    "overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}\n"
    ":focus-visible{outline:3px solid var(--text);outline-offset:2px;"
    "box-shadow:0 0 0 6px var(--page);border-radius:2px}\n"
    ".masthead{background:var(--mast);color:var(--on-mast);"
    "padding:1.1rem 0}\n"
    ".masthead p{margin:0}\n"
    ".organisation{font-weight:700;font-size:1.25rem}\n"
    ".committee{margin-top:.15rem}\n"
    "footer{border-top:1px solid var(--rule);color:var(--muted);"
    "font-size:1rem;padding:1rem 0 2rem}\n"
    "footer p{margin:0}\n"
    /* ---- the list of contents ---- */
    ".contents{margin:1.5rem 0;font-size:1rem}\n"
    ".contents details{border:1px solid var(--rule);"
    "border-left:.4rem solid var(--accent);padding:.6rem 1rem;"
    "max-width:46rem}\n"
    ".contents summary{font-weight:700;cursor:pointer;padding:.25rem 0}\n"
    ".contents ol{list-style-type:\"\";margin:.4rem 0;padding:0}\n"
    ".contents ol ol{margin:.2rem 0 .4rem;padding-left:1.25rem}\n"
    ".contents li{margin:.3rem 0}\n"
    ".contents a{display:inline-block;padding:.1rem 0}\n"
    /* ---- text ---- */
    "h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2em 0 .6em;"
    "text-wrap:balance}\n"
    "h1{font-size:clamp(1.6rem,1.1rem + 2.4vw,var(--h1));"
    "margin:.4rem 0 1.25rem}\n"
    "h2{font-size:var(--h2);padding-top:.5rem;"
    "border-top:2px solid var(--accent);max-width:none}\n"
    "h3{font-size:var(--h3)}h4{font-size:var(--h4)}"
    "h5{font-size:var(--h5)}h6{font-size:var(--h6)}\n"
    "p,ul,ol,dl,blockquote,pre{margin:0 0 1rem}\n"
    ".heading{font-weight:700;margin-bottom:.5rem}\n"
    "a{color:var(--accent);text-underline-offset:.15em;"
    "text-decoration-thickness:max(1px,.06em)}\n"
    "a:hover{text-decoration-thickness:max(3px,.15em)}\n"
    ":is(h1,h2,h3,h4,h5,h6) .number{margin-right:.25em}\n"
    "p.numbered{padding-left:3.25rem}\n"
    ".numbered .number{float:left;min-width:3.25rem;"
    "margin-left:-3.25rem;padding-right:.5rem}\n"
    ".numbered+ul,.numbered+ol,.numbered+blockquote,ul+ul{"
    "margin-left:3.25rem}\n"
    ".signature{margin:0}\n"
    ".quiet{font-size:1rem;color:var(--muted)}\n"
    "blockquote{border-left:.3rem solid var(--rule);padding-left:1rem;"
    "margin-left:0}\n"
    "hr{border:0;border-top:1px solid var(--rule);margin:2rem 0}\n"
    "code{font:.95em \"Liberation Mono\",\"DejaVu Sans Mono\",monospace}\n"
    "pre{white-space:pre-wrap;overflow-wrap:anywhere;"
    "background:var(--band);color:var(--on-band);padding:.75rem 1rem}\n"
    "sup{line-height:0;font-size:.75em}\n"
    ".note-ref{padding:.1em .25em}\n"
    "img{max-width:100%;height:auto}\n"
    ".image-missing{display:inline-block;border:1px dashed var(--muted);"
    "padding:.5rem .75rem;max-width:100%}\n"
    /* ---- lists ---- */
    "ul,ol{padding-left:1.75rem}\n"
    "li{margin:.3rem 0}\n"
    ".loose>li{margin:.75rem 0}\n"
    "li>ul,li>ol,li>p:last-child{margin-bottom:0}\n"
    "li>p{margin-bottom:.5rem}\n"
    /* an empty string and not \"none\", with which some readers no longer
     * say that it is a list */
    ".labelled{list-style-type:\"\";padding-left:2.75rem}\n"
    ".labelled>li>.label{float:left;min-width:2.75rem;"
    "margin-left:-2.75rem;padding-right:.5rem}\n"
    ".tasks{list-style-type:\"\"}\n"
    ".tasks>li>.check{float:left;margin-left:-1.6rem}\n"
    ".notes{font-size:1rem}\n"
    ".back{padding:0 .25em}\n"
    /* ---- fields and cards ---- */
    ".fields{border-top:1px solid var(--rule)}\n"
    ".fields>div{display:grid;grid-template-columns:minmax(0,16rem) "
    "minmax(0,1fr);gap:.1rem 1.5rem;padding:.5rem 0;"
    "border-bottom:1px solid var(--rule)}\n"
    ".fields dt{font-weight:700}\n"
    "dd{margin:0}dd>:last-child{margin-bottom:0}\n"
    ".cards{display:grid;gap:1rem;grid-template-columns:"
    "repeat(auto-fit,minmax(min(9rem,100%),1fr));max-width:none}\n"
    ".cards>div{display:flex;flex-direction:column-reverse;"
    "justify-content:flex-end;border:1px solid var(--rule);"
    "border-top:.3rem solid var(--accent);padding:.75rem 1rem}\n"
    ".cards dt{font-size:1rem}\n"
    ".cards dd{font-size:2rem;font-weight:700;line-height:1.2}\n"
    /* ---- states ---- */
    ".state{display:inline-flex;gap:.35em;background:var(--fill);"
    "color:var(--word);border:1px solid var(--shape);border-radius:.9em;"
    "padding:.05em .6em .05em .5em;line-height:1.35}\n"
    ".shape{flex:none;width:.8em;height:.8em;margin-top:.27em;"
    "overflow:visible}\n"
    ".solid{fill:var(--shape)}\n"
    ".line{fill:none;stroke:var(--shape);stroke-width:2.5}\n"
    ".cut{fill:none;stroke:var(--fill);stroke-width:2}\n"
    /* ---- tables ---- */
    "table{border-collapse:collapse;width:100%;margin:1rem 0 1.75rem;"
    "font-size:1rem;line-height:1.4;border-bottom:2px solid var(--rule)}\n"
    "caption{text-align:left;font-weight:700;padding:.25rem 0 .5rem}\n"
    "th,td{text-align:left;vertical-align:top;padding:.55rem .75rem;"
    "border-top:1px solid var(--rule)}\n"
    "thead th,thead td{background:var(--band);color:var(--on-band);"
    "border-top:2px solid var(--accent);vertical-align:bottom}\n"
    "tbody th{font-weight:700}\n"
    ".role-actions tbody th{font-weight:400}\n"
    ".role-actions tbody th:first-child{font-weight:700}\n"
    ".group th{background:var(--band);color:var(--on-band)}\n"
    "td>:last-child,th>:last-child{margin-bottom:0}\n"
    "td>p,th>p,td>ul,td>ol{margin-bottom:.6rem}\n"
    "td ul,td ol,th ul,th ol{padding-left:1.2rem}\n"
    "td .labelled,th .labelled{padding-left:1.75rem}\n"
    "td .labelled>li>.label,th .labelled>li>.label{min-width:1.75rem;"
    "margin-left:-1.75rem;padding-right:.25rem}\n"
    ".right,.col-number{text-align:right;font-variant-numeric:tabular-nums}\n"
    ".centre{text-align:center}.left{text-align:left}\n"
    /* the same columns in every table of actions, so that the eye finds them
     * again; the text columns share what is left */
    ".role-actions{table-layout:fixed}\n"
    ".role-actions thead th:first-child{width:16%}\n"
    ".role-actions thead .col-id:first-child{width:4.5rem}\n"
    ".role-actions thead .col-name{width:8rem}\n"
    ".role-actions thead .col-state,.role-actions thead .col-date{"
    "width:7.5rem}\n"
    ".role-actions thead .col-number{width:5rem}\n"
    ".scroll{overflow-x:auto}\n"
    ":target{background:color-mix(in srgb,var(--accent) 12%,transparent)}\n"
    "@media screen and (max-width:56rem){" CARDS(
	".stack-soon") "}\n"
		       "@media screen and (max-width:40rem){" CARDS(
			   ".stack") "\n"
				     ".numbered+ul,.numbered+ol,.numbered+blockquote,ul+ul{margin-left:0}\n"
				     "p.numbered{padding-left:2.75rem}\n"
				     ".numbered .number{min-width:2.75rem;margin-left:-2.75rem;"
				     "padding-right:.4rem}\n"
				     ".fields>div{grid-template-columns:minmax(0,1fr)}\n"
				     ".cards{grid-template-columns:repeat(2,minmax(0,1fr))}\n"
				     "th,td{overflow-wrap:anywhere}\n"
				     "}\n"
				     "@media (forced-colors:active){\n"
				     ".solid{fill:CanvasText}.line{stroke:CanvasText}.cut{stroke:Canvas}\n"
				     "}\n"
				     "@media (prefers-reduced-motion:no-preference){"
				     "html{scroll-behavior:smooth}}\n"
				     /* ---- paper ---- */
				     "@page{size:A4;margin:20mm 18mm}\n"
				     "@media print{\n"
				     "body{font-size:11pt}\n"
				     ".skip,.contents,.back{display:none}\n"
				     ".inner{max-width:none;padding:0}\n"
				     "main{padding:0}\n"
				     ".masthead{background:none;color:inherit;padding:0 0 6pt;"
				     "border-bottom:2pt solid}\n"
				     "a{color:inherit}\n"
				     "table{font-size:9pt}thead{display:table-header-group}\n"
				     "tr,li,.fields>div,.cards>div{break-inside:avoid}\n"
				     "h1,h2,h3,h4,h5,h6,caption,.heading{break-after:avoid}\n"
				     "p{orphans:2;widows:2}\n"
				     ".new-page{break-before:page}\n"
				     ".state,thead th,thead td,.shape{print-color-adjust:exact;"
				     "-webkit-print-color-adjust:exact}\n"
				     "}";
