/** The inbox's style; it stands in the page, whose policy lets letters bring theirs. */
export const STYLE = `
:root{color-scheme:light;--accent:#0958d9;--accent-soft:#eef4ff;--ink:#1b2330;--quiet:#55606e;--line:#dde2e9;--ground:#f4f6f9}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:100%/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.reading:focus{outline:none}
.skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:#fff;z-index:1}
.skip:focus{top:.5rem}
header{background:#fff;border-bottom:1px solid var(--line)}
header div,main{max-width:75rem;margin:0 auto;padding:.9rem 1.5rem}
header a{color:inherit;text-decoration:none;font-weight:600}
main{padding-top:2rem;padding-bottom:3rem}
h1{font-size:1.6rem;line-height:1.3;margin:0}
.lead{color:var(--quiet);margin:.25rem 0 1.5rem}
.panes{display:grid;gap:1.5rem;grid-template-columns:minmax(18rem,23rem) minmax(0,1fr);align-items:start}
.panes:not(:has(.list)){grid-template-columns:1fr}
form label{display:block;color:var(--quiet);font-size:.875rem;margin-bottom:.25rem}
form div{display:flex;gap:.5rem}
select,button{font:inherit;min-height:2.75rem;border:1px solid #8791a0;border-radius:8px;background:#fff;color:inherit;padding:.25rem .75rem}
select{flex:1;min-width:0}
button{cursor:pointer}
button:hover{border-color:var(--accent);color:var(--accent)}
ol{list-style:none;margin:1rem 0 0;padding:0;background:#fff;border:1px solid var(--line);border-radius:10px;overflow:hidden}
ol:empty{display:none}
li+li{border-top:1px solid var(--line)}
li a{display:block;padding:.85rem 1rem;color:inherit;text-decoration:none;border-left:3px solid transparent}
li a:hover{background:#fafbfd}
li a:focus-visible{outline-offset:-3px}
li a[aria-current]{background:var(--accent-soft);border-left-color:var(--accent)}
li b{display:block;font-weight:600;line-height:1.5}
li span,li time{font-size:.875rem;color:var(--quiet)}
li span:first-of-type{display:block}
.times{border:1px solid var(--line);border-radius:1rem;padding:0 .5rem;font-size:.8125rem;color:var(--quiet);white-space:nowrap}
article,.empty{background:#fff;border:1px solid var(--line);border-radius:10px;padding:1.75rem}
.back{margin:0 0 .75rem;display:none}
h2{font-size:1.25rem;line-height:1.4;margin:0 0 .75rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.25rem;margin:0 0 1.25rem;font-size:.9375rem}
dt{color:var(--quiet)}
dd{margin:0}
iframe{display:block;width:100%;height:min(70vh,42rem);border:1px solid var(--line);border-radius:8px;background:#fff}
details{margin-top:1rem}
summary{cursor:pointer;color:var(--quiet)}
pre{white-space:pre-wrap;font:inherit;margin:.75rem 0 0}
.empty{text-align:center;padding:4rem 1.5rem;color:var(--quiet)}
.empty p{margin:0}
@media (max-width:50rem){
.panes{grid-template-columns:minmax(0,1fr)}
.asked .list,.browsing article{display:none}
.browsing li a[aria-current]{background:none;border-left-color:transparent}
.back{display:block}
article{padding:1.25rem}
header div,main{padding-left:1rem;padding-right:1rem}
}
@media print{header,.lead,.list,.back,.skip,details{display:none}.panes{display:block}}
`
