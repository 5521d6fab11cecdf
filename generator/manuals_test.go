package generator_test

import (
	"go/ast"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
)

// TestManuals compares the calls that the examples of package comments show with the functions there are: a manual goes stale, for nothing compiles it.
func TestManuals(t *testing.T) {
	functions := map[string]*ast.FuncType{} // by «package.Name»
	examples := map[string][]string{}       // by package
	err := fs.WalkDir(os.DirFS(".."), "generator", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), "../"+file, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		name := path.Base(path.Dir(file))
		for _, decl := range tree.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil {
				functions[name+"."+f.Name.Name] = f.Type
			}
		}
		for _, block := range new(comment.Parser).Parse(tree.Doc.Text()).Content {
			if code, ok := block.(*comment.Code); ok {
				examples[name] = append(examples[name], code.Text)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for name, texts := range examples {
		for _, text := range texts {
			tree, err := parser.ParseFile(token.NewFileSet(), "", "package p; func f() {\n"+strings.ReplaceAll(text, "…", "nil")+"\n}", 0)
			if err != nil {
				continue // it shows a text, a command or a rule, or Go in outline
			}
			ast.Inspect(tree, func(n ast.Node) bool {
				seen += compareCalls(t, name, functions, n)
				return true
			})
		}
	}
	if seen < 20 {
		t.Errorf("%d calls were compared: the examples are not read", seen)
	}
}

// compareCalls compares the calls of one statement or expression: how many values come of each that is assigned or handed on.
func compareCalls(t *testing.T, manual string, functions map[string]*ast.FuncType, n ast.Node) (seen int) {
	compare := func(e ast.Expr, wanted int) {
		call, ok := e.(*ast.CallExpr)
		if !ok {
			return
		}
		of, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return
		}
		if from, ok := of.X.(*ast.Ident); ok && from.Name == manual {
			seen++
			f := functions[manual+"."+of.Sel.Name]
			if f == nil {
				t.Errorf("the manual of %s shows %s.%s, which there is not", manual, manual, of.Sel.Name)
			} else if given := f.Params.NumFields(); len(call.Args) != given && !variadic(f) {
				t.Errorf("the manual of %s gives %d values to %s.%s, which takes %d", manual, len(call.Args), manual, of.Sel.Name, given)
			} else if f.Results.NumFields() != wanted {
				t.Errorf("the manual of %s takes %d values of %s.%s, which gives %d", manual, wanted, manual, of.Sel.Name, f.Results.NumFields())
			}
		}
	}
	switch n := n.(type) {
	case *ast.AssignStmt:
		if len(n.Rhs) == 1 {
			compare(n.Rhs[0], len(n.Lhs))
		}
	case *ast.CallExpr:
		for _, arg := range n.Args {
			compare(arg, 1)
		}
	}
	return seen
}

func variadic(f *ast.FuncType) bool {
	list := f.Params.List
	if len(list) == 0 {
		return false
	}
	_, is := list[len(list)-1].Type.(*ast.Ellipsis)
	return is
}
