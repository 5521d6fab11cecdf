package content

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/som-hub/vitryna/generator/problem"
	"github.com/som-hub/vitryna/generator/site"
	"github.com/som-hub/vitryna/generator/ukrainian"
)

// ClosedFile is the file beside an auction that says with what it was closed.
const ClosedFile = "closed.yaml"

// closedFile is closed.yaml as it stands.
type closedFile struct {
	Closings []struct {
		Date     string `yaml:"date"`
		Bids     string `yaml:"bids"`
		Bidders  string `yaml:"bidders"`
		Marks    string `yaml:"marks"`
		Settings string `yaml:"settings"`
	} `yaml:"closings"`
}

// Auctions reads what lies beside the auctions among the files found and is no page: the tables of their folders private/, which [Walk] passes by, and
// closed.yaml. It is the one place where anything of private/ is read to be used, and nothing of it may reach a page but what package auction lets through.
func Auctions(fsys fs.FS, found []Found) (map[string]site.AuctionFiles, problem.List) {
	files := map[string]site.AuctionFiles{}
	var problems problem.List
	for _, f := range found {
		folder := path.Dir(f.File)
		parts := strings.Split(folder, "/")
		if len(parts) != 3 || parts[1] != "auction" || path.Base(f.File) != "index.md" {
			continue
		}
		var a site.AuctionFiles
		for name, to := range map[string]*[]byte{"bids.csv": &a.Bids, "bidders.csv": &a.Bidders, "jury.csv": &a.Marks} {
			data, err := readBeside(fsys, folder+"/private/"+name)
			if err != nil {
				problems = append(problems, Unreadable(folder+"/private/"+name, err))
			}
			*to = data
		}
		closed, err := readBeside(fsys, folder+"/"+ClosedFile)
		if err == nil {
			a.Closings, err = closings(closed)
		}
		if err != nil {
			problems = append(problems, problem.New("E-AU-CLOSED", folder+"/"+ClosedFile, 0, 0, "id", parts[2], "detail", err.Error()))
		}
		files["auction/"+parts[2]] = a
	}
	return files, problems
}

// readBeside reads a file that may be missing: then there are no bytes.
func readBeside(fsys fs.FS, file string) ([]byte, error) {
	data, err := fs.ReadFile(fsys, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err == nil && data == nil:
		data = []byte{} // an empty file is not a missing one
	case len(data) > mostSecret:
		return nil, errTooBig
	}
	return data, err
}

var errTooBig = errors.New("the file is too big")

// ClosedYAML writes closed.yaml.
func ClosedYAML(list []site.Closing) []byte {
	var b strings.Builder
	b.WriteString("# Пише vitryna auction close: з чого зроблено оприлюднені результати. Руками не змінюють.\nclosings:\n")
	for _, c := range list {
		b.WriteString("  - date: " + c.Date.String() + "\n")
		for _, part := range [][2]string{{"bids", c.Bids}, {"bidders", c.Bidders}, {"marks", c.Marks}, {"settings", c.Settings}} {
			if part[1] != "" {
				b.WriteString("    " + part[0] + ": " + part[1] + "\n")
			}
		}
	}
	return []byte(b.String())
}

func closings(data []byte) ([]site.Closing, error) {
	var file closedFile
	if len(data) == 0 {
		return nil, nil
	}
	if err := yaml.Load(data, &file, yaml.WithKnownFields()); err != nil {
		return nil, err
	}
	var list []site.Closing
	for _, c := range file.Closings {
		date, err := ukrainian.ParseDate(c.Date)
		if err != nil {
			return nil, err
		}
		list = append(list, site.Closing{Date: date, Seal: site.Seal{Bids: c.Bids, Bidders: c.Bidders, Marks: c.Marks, Settings: c.Settings}})
	}
	return list, nil
}

// auctionRules: the dates of an auction follow each other (E-AU-TIME), what the jury and the market weigh gives 100 (E-AU-WEIGHTS).
func auctionRules(r *reader, doc *site.Doc) {
	for _, pair := range []struct {
		earlier, later string
		same           bool // may be the same moment
	}{{"lots_open", "lots_close", false}, {"lots_close", "opens", true}, {"lots_open", "opens", true}, {"opens", "closes", false}, {"closes", "publish_at", true}, {"closes", "jury_until", true}} {
		a, dated := doc.Value(pair.earlier)
		b, ok := doc.Value(pair.later)
		if !dated || !ok {
			continue
		}
		before := a.Date.Compare(b.Date)
		if pair.later == "jury_until" { // a day, not a moment
			before = a.Date.First().Compare(b.Date.First())
		}
		if before > 0 || before == 0 && !pair.same {
			r.complain("E-AU-TIME", b.Line, b.Column, "earlier", a.Field.Label.UK, "later", b.Field.Label.UK)
		}
	}
	jury, ok := doc.Value("jury")
	if !ok || r.wrong["jury"] {
		return
	}
	sum := site.JuryWeights(jury)
	if sum[0]+sum[1] != 100 {
		r.complain("E-AU-WEIGHTS", jury.Line, jury.Column, "sum", decimal(float64(sum[0]+sum[1])))
	}
}
