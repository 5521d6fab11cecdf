package output
import ("testing";"math/rand/v2";"strings";"fmt";"regexp";"html")
func gen(r *rand.Rand, b *strings.Builder, depth int, inline bool) {
	inl:=[]string{"b","span","a","em","code","svg","button","label","time","q","sup"}
	blk:=[]string{"p","div","ul","table","pre","h2","section","details","dl","figure"}
	ws:=[]string{""," ","\n  ","слово"," слово ","a ","&nbsp;","&amp;","&lt;b&gt;"," <!-- c --> ","<br>","<wbr>","<img src=x alt=''>","<input>","&shy;","&amp;amp;","&quot;","'"}
	for range 1+r.IntN(4) {
		b.WriteString(ws[r.IntN(len(ws))])
		if depth>4 {continue}
		if inline||r.IntN(2)==0 {
			t:=inl[r.IntN(len(inl))]
			if t=="svg" {b.WriteString("<svg viewBox=\"0 0 1 1\"> <path d=\"M0 0\"/> </svg>");continue}
			at:=""; if r.IntN(3)==0 {at=[]string{` class=" a  b "`,` title="a &amp;lt; 'b' &quot;c&quot;"`,` href=" x?a=1&amp;copy=2 "`,` id=""`,` data-x=""`,` title='"'`}[r.IntN(6)]}
			fmt.Fprintf(b,"<%s%s>",t,at); gen(r,b,depth+1,true); fmt.Fprintf(b,"</%s>",t)
		} else {
			t:=blk[r.IntN(len(blk))]
			fmt.Fprintf(b,"<%s>",t)
			switch t {
			case "p","h2","pre": gen(r,b,depth+1,true)
			case "ul": b.WriteString(" <li>");gen(r,b,depth+1,false);b.WriteString("</li>\n ")
			case "dl": b.WriteString(" <dt>");gen(r,b,depth+1,true);b.WriteString("</dt>\n <dd>");gen(r,b,depth+1,false);b.WriteString("</dd> ")
			case "table": b.WriteString(" <tbody> <tr> <th>");gen(r,b,depth+1,true);b.WriteString("</th> <td>");gen(r,b,depth+1,false);b.WriteString("</td> </tr> </tbody> ")
			case "details": b.WriteString(" <summary>");gen(r,b,depth+1,true);b.WriteString("</summary> ");gen(r,b,depth+1,false)
			default: gen(r,b,depth+1,false)
			}
			fmt.Fprintf(b,"</%s>",t)
		}
		b.WriteString(ws[r.IntN(len(ws))])
	}
}

var blk=regexp.MustCompile(`</?(p|div|ul|li|table|tbody|tr|th|td|pre|h2|section|details|summary|dl|dt|dd|figure)>`)
var com=regexp.MustCompile(`<!--.*?-->`)
var inl=regexp.MustCompile(`<(/?(b|span|a|em|code|svg|path|label|time|q|sup)\b[^>]*|wbr)>`)
var rest=regexp.MustCompile(`<(/?)(br|button|img|input)[^>]*>`)
var sp=regexp.MustCompile(`[ \n]+`)
func vis(s string) string{ s=com.ReplaceAllString(s,"");s=blk.ReplaceAllString(s," ");s=inl.ReplaceAllString(s,"");s=rest.ReplaceAllString(s," #$1$2 ");s=strings.NewReplacer("&nbsp;","_","\u00a0","_").Replace(s); s=html.UnescapeString(s);return strings.TrimSpace(sp.ReplaceAllString(s," "))}
func TestZZ(t *testing.T){
	bad:=0; best:=strings.Repeat("x",1000); var o string
	for i:=range uint64(60000){
		r:=rand.New(rand.NewPCG(i,2)); var b strings.Builder; gen(r,&b,3,false)
		in:=b.String()
		one,err:=Finish("a.html",[]byte(in)); if err!=nil{t.Fatal(err)}
		if vis(in)!=vis(string(one)){bad++; if len(in)<len(best){best,o=in,string(one)}}
	}
	t.Logf("%d bad\n%q\n%q\n%q\n%q",bad,best,o,vis(best),vis(o))
}
