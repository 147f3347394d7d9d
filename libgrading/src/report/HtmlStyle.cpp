#include "HtmlStyle.h"

namespace grading::report {

std::string_view htmlStyle()
{
    return R"css(
:root{--ink:#1c222b;--muted:#5b6675;--line:#d5dbe2;--soft:#f4f6f8;--accent:#1f5f99;--warn:#a3211e;--warnsoft:#fdf1ef}
*{box-sizing:border-box}
html{background:#e8ebef}
body{margin:24px auto;max-width:210mm;padding:14mm 15mm;background:#fff;color:var(--ink);box-shadow:0 2px 16px #0002;
font:13px/1.45 -apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,system-ui,sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:break-word}
h1,h2,h3,p,dl,dd,ul{margin:0;padding:0}
svg text{font-family:inherit}
.head{display:flex;justify-content:space-between;align-items:flex-end;gap:24px;padding-bottom:12px;
border-bottom:2px solid var(--ink)}
.kicker{font-size:11px;letter-spacing:.08em;text-transform:uppercase;color:var(--muted)}
h1{font-size:22px;line-height:1.2;font-weight:600;letter-spacing:-.01em}
.seal{flex:none;padding:5px 12px;border-radius:4px;font-size:12px;font-weight:600;white-space:nowrap}
.signed{color:#1e6a40;background:#e9f5ee;border:1px solid #9fcdb3}
.draft{color:var(--warn);background:var(--warnsoft);border:1px dashed var(--warn)}
.facts{display:grid;grid-template-columns:repeat(3,1fr);gap:8px 24px;padding:12px 0;border-bottom:1px solid var(--line)}
dt{font-size:11px;color:var(--muted)}
dd{font-weight:500;margin-bottom:6px}
.indication{padding:10px 0;border-bottom:1px solid var(--line)}
.indication b{color:var(--muted);font-weight:500;font-size:11px;display:block}
h2{font-size:15px;font-weight:600;margin:20px 0 8px}
.overview{display:grid;grid-template-columns:80mm 1fr;gap:10mm;align-items:start;margin-top:16px}
.overview h2:first-child{margin-top:0}
.spine svg{display:block;width:100%;max-height:170mm}
.impression{list-style:none;font-size:14px}
.impression li{padding:4px 0 4px 14px;position:relative}
.impression li::before{content:"";position:absolute;left:0;top:12px;width:5px;height:5px;border-radius:50%;
background:var(--accent)}
.alert{margin-top:14px;padding:10px 12px;background:var(--warnsoft);border-left:3px solid var(--warn);
border-radius:0 4px 4px 0}
.alert h3{font-size:12px;color:var(--warn);margin-bottom:4px;font-weight:600}
.alert p+p{margin-top:4px}
.key{margin-top:12px;display:grid;grid-template-columns:auto 1fr;gap:5px 8px;font-size:11.5px;color:var(--muted);
align-items:start}
.chip{display:inline-block;min-width:16px;height:16px;line-height:16px;border-radius:8px;text-align:center;
font-size:11px;font-weight:700;padding:0 4px;margin-right:5px}
.g0{background:#4c9f70;color:#fff}.g1{background:#e0c341;color:#1c222b}.g2{background:#e07b39;color:#1c222b}
.g3{background:#d0433f;color:#fff}
table{border-collapse:collapse;width:100%;font-size:11.5px;line-height:1.35}
th{text-align:left;font-weight:600;color:var(--muted);font-size:10.5px;vertical-align:bottom;padding:4px 6px;
border-bottom:1.5px solid var(--ink);overflow-wrap:normal}
td{padding:4.5px 6px;border-bottom:1px solid var(--line);vertical-align:top}
.num{text-align:right}
th:first-child,td:first-child{padding-left:0;white-space:nowrap}
th:last-child,td:last-child{padding-right:0}
tr.next td{border-bottom-color:#eceff2}
.strong{font-weight:600}
.warning{color:var(--warn)}
.note{font-size:10.5px;color:var(--muted);margin-top:5px}
.comments{display:grid;grid-template-columns:auto 1fr;gap:3px 14px}
.comments dt{font-size:11.5px;padding-top:1px;white-space:nowrap}
.comments dd{font-weight:400;margin:0;white-space:pre-line}
.case{break-inside:avoid;border-top:1px solid var(--line);padding:7px 0 8px}
.case h3{font-size:13px;font-weight:600;margin-bottom:5px}
.case h3 .root{font-weight:400;color:var(--muted);margin-right:8px}
.panes{display:grid;grid-template-columns:43mm 43mm 43mm 1fr;gap:4mm;align-items:start}
.pane svg{display:block;width:100%}
.pane.pic svg{background:#000}
.pane p{font-size:10.5px;color:var(--muted);margin-top:4px}
.pane dd{font-weight:400;font-size:11px;line-height:1.35;margin-bottom:5px}
.pane dt{font-size:10px}
.lines{display:flex;flex-wrap:wrap;gap:4px 20px;font-size:11px;color:var(--muted);margin-bottom:8px;align-items:center}
.lines svg{width:26px;height:8px;vertical-align:middle;margin-right:6px}
.method{display:grid;grid-template-columns:auto 1fr;gap:2px 16px;font-size:11.5px}
.method dd{font-weight:400;margin:0}
.impression b{font-weight:600}
.issues{font-size:11px;color:var(--muted);padding-left:16px}
.disclaimer{margin-top:18px;padding-top:10px;border-top:2px solid var(--ink);font-size:11.5px;font-weight:600}
@media screen and (max-width:760px){body{padding:16px;margin:0}.overview,.facts,.method{grid-template-columns:1fr}
.panes{grid-template-columns:1fr 1fr}.wide{overflow-x:auto}}
@page{margin:14mm 15mm 15mm}
@media print{html{background:none}body{margin:0;padding:0;max-width:none;box-shadow:none;-webkit-print-color-adjust:exact;
print-color-adjust:exact}h2,h3{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}
.alert p,.impression li,.disclaimer{break-inside:avoid}}
)css";
}

} // namespace grading::report
