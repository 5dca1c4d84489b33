"""Figures whose words break at the width that they have, and whose circle leaves no room empty.

A figure is made for a telephone, and the drawing library breaks no lines: on a wide screen its
title stood in three lines with empty room beside them, and on a narrow one the room of a large
circle stood empty around a small one. Only the browser knows the width, so its script sees to it.
"""

import json
import re

from maturity.charts.polar import CIRCLE
from maturity.charts.theme import (
    ABOVE,
    BELOW,
    FINE_PRINT_LINE,
    FONT,
    LEGEND_ITEM,
    LEGEND_LINE,
    SIDE,
    TITLE_LINE,
)

LONGEST = 760  # pixels: a line of small print that is longer is not found back from

# The platform's own component: it hands these to the library.
DRAWS = re.compile(
    r"(?P<call>\.react\((?P<into>[\w$]+\.current),\{data:(?P<data>[\w$]+),layout:)(?P<layout>[\w$]+)(?=[,}])"
)

# The component measures how tall its place is, and draws anew where the figure is not. A figure
# that is fitted is as tall as it is: measured a moment too early, two heights would take turns for
# ever.
TALL = re.compile(
    r"(?P<tall>[\w$]+)=(?P<measured>[\w$]+>=[\w$]+\?[\w$]+:"
    r"[\w$]+\((?P<figure>[\w$]+)\.layout\.height\))"
)

# The layout is changed in place, for the component looks at its height too. Each figure brings its
# words whole (`charts.theme.setting`), so it may be fitted again at any width.
FITTED = """
const letters=document.createElement("canvas").getContext("2d");
const FIT=%s;
function broken(text,font,room){
letters.font=font;
const lines=[];
for(const word of text.split(" ")){
const longer=lines.length?`${lines[lines.length-1]} ${word}`:"";
if(lines.length&&letters.measureText(longer).width<=room)lines[lines.length-1]=longer;
else lines.push(word)}
return lines}
function legendLines(data,room){
letters.font=`13px ${FIT.font}`;
const names=data.filter(it=>it.name&&it.showlegend!==false);
const each=names.map(it=>letters.measureText(it.name).width+FIT.item);
if(!each.length||each.reduce((sum,it)=>sum+it)<=room)return 1;
return Math.ceil(each.length/Math.max(1,Math.floor(room/Math.max(...each))))}
function toWidth(into,data,layout){
const words=layout?.meta?.words,box=into.closest("[data-testid=stPlotlyChart]");
if(!words||!box||!(layout.width>0))return layout;
const room=layout.width-2*FIT.side;
const title=broken(words.title,`bold 16px ${FIT.font}`,room);
const print=words.source.flatMap(it=>broken(it,`11.5px ${FIT.font}`,Math.min(room,FIT.longest)));
const above=FIT.above+FIT.titleLine*(title.length+(words.mark?1:0));
const below=FIT.below+FIT.printLine*print.length;
let drawing=words.drawing;
if(words.around){
const[over,under]=words.around,{l,r}=layout.margin;
const across=Math.min(FIT.circle,layout.width-l-r),whole=over+across+under;
drawing=Math.min(drawing,
drawing+across-FIT.circle+FIT.legendLine*(legendLines(data,room)-1));
layout.polar={...layout.polar,domain:{x:[0,1],y:[under/whole,1-over/whole]}}}
if(words.heads){
const{l,r}=layout.margin,{range,ticktext,tickfont}=layout.xaxis;
const each=(layout.width-l-r)/(range[1]-range[0])-4;
letters.font=`12px ${FIT.font}`;
const lines=ticktext.join("<br>").split("<br>");
const widest=Math.max(...lines.map(it=>letters.measureText(it).width));
layout.xaxis={...layout.xaxis,tickfont:{...tickfont,size:Math.min(12,12*each/widest)}}}
const height=Math.round(above+drawing+below),[first,...others]=layout.annotations;
layout.height=height;
layout.margin={...layout.margin,t:above,b:below};
layout.title={...layout.title,text:words.mark+`<b>${title.join("<br>")}</b>`};
layout.legend={...layout.legend,y:1-above/height};
layout.annotations=[{...first,text:print.join("<br>"),yshift:-below},...others];
box.style.height=`${height}px`;
box.dataset.fitted="";
return layout}
"""

# What holds a figure is as tall as the page was told; it follows the figure, once that is drawn.
STYLE = """<style>
      :has(> * > [data-testid="stPlotlyChart"][data-fitted]),
      :has(> [data-testid="stPlotlyChart"][data-fitted]) {
        height: auto !important; flex-basis: auto !important; }
    </style>"""


def to_width(script: str) -> str:
    """Return the platform's script that draws charts, with their words broken at their width.

    Raises ValueError where it is not built as we know it.
    """
    fitted, times = DRAWS.subn(
        lambda it: f"{it['call']}toWidth({it['into']},{it['data']},{it['layout']})", script
    )
    fitted, heights = TALL.subn(
        lambda it: (
            f"{it['tall']}={it['figure']}.layout.meta?.words?"
            f"{it['figure']}.layout.height:{it['measured']}"
        ),
        fitted,
    )
    if (times, heights) != (1, 1):
        raise ValueError("the script that draws charts is built in another way")
    measures = {
        "font": FONT,
        "side": SIDE,
        "longest": LONGEST,
        "above": ABOVE,
        "below": BELOW,
        "titleLine": TITLE_LINE,
        "printLine": FINE_PRINT_LINE,
        "legendLine": LEGEND_LINE,
        "item": LEGEND_ITEM + 14,  # and the gaps around it
        "circle": CIRCLE,
    }
    return fitted + FITTED % json.dumps(measures)
