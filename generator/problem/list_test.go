package problem

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func TestSortIsTotal(t *testing.T) {
	draft := New("E-KEY", "a.md", 2, 1, "field", "x")
	draft.Draft = true
	long := New("E-KEY", "a.md", 2, 1, "field", "x")
	long.Length = 3
	want := List{
		New("E-SITE", "", 0, 0),
		New("E-TITLE", "a/1-x.md", 1, 1),
		New("E-TITLE", "a/01-y.md", 1, 1),
		New("E-TITLE", "a/2-x.md", 1, 1),
		New("E-TITLE", "a/10-x.md", 1, 1),
		New("E-TITLE", "a-b/index.md", 1, 1),
		New("E-EMPTY", "a.md", 0, 0),
		New("E-TITLE", "a.md", 1, 1),
		New("E-KEY", "a.md", 2, 1, "field", "w"),
		New("E-KEY", "a.md", 2, 1, "field", "x"),
		New("E-KEY", "a.md", 2, 1, "field", "x", "unused", "y"),
		draft,
		long,
		New("W-SUMMARY", "a.md", 2, 1),
		New("E-TITLE", "a.md", 2, 11),
		New("E-TITLE", "a.md", 10, 1),
	}
	sorted := slices.Clone(want)
	sorted.Sort()
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		shuffled := slices.Clone(want)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		shuffled.Sort()
		if !reflect.DeepEqual(shuffled, sorted) {
			t.Fatalf("another order:\n%v\n%v", shuffled, sorted)
		}
	}
	for i := range want {
		if sorted[i].identity() != want[i].identity() {
			t.Errorf("place %d: got %s, want %s", i, sorted[i].identity(), want[i].identity())
		}
	}
}

func TestNaturalOrderIsAnOrder(t *testing.T) {
	names := []string{"", "a", "a/b", "a-b", "a1", "a01", "a001b", "a2", "a10", "1", "01", "10", "b", "a/1", "a/01/x", "Я", "я1", "a9x", "ax9"}
	for _, a := range names {
		for _, b := range names {
			ab, ba := compareNatural(a, b), compareNatural(b, a)
			if ab != -ba || (ab == 0) != (a == b) {
				t.Errorf("%q, %q: %d and %d", a, b, ab, ba)
			}
			for _, c := range names {
				if ab < 0 && compareNatural(b, c) < 0 && compareNatural(a, c) >= 0 {
					t.Errorf("%q < %q < %q, but not %q < %q", a, b, c, a, c)
				}
			}
		}
	}
}

func TestCountsAndDedup(t *testing.T) {
	inDraft := New("E-TITLE", "draft.md", 1, 1)
	inDraft.Draft = true
	warnedInDraft := New("W-SUMMARY", "draft.md", 1, 1)
	warnedInDraft.Draft = true
	l := List{inDraft, warnedInDraft, New("W-SUMMARY", "a.md", 1, 1), New("W-SUMMARY", "a.md", 1, 1)}
	if l.Stops() || l.Errors() != 0 || l.Warnings() != 2 || l.Drafts() != 2 {
		t.Errorf("stops %t, %d errors, %d warnings, %d drafts", l.Stops(), l.Errors(), l.Warnings(), l.Drafts())
	}
	l = append(l, New("E-TITLE", "draft.md", 1, 1)).Dedup()
	if len(l) != 3 || !l.Stops() || l.Errors() != 1 || l.Warnings() != 1 || l.Drafts() != 1 {
		t.Errorf("after Dedup: %v", l)
	}
	if List(nil).Stops() || len(List(nil).Dedup()) != 0 {
		t.Error("an empty list is well")
	}
}
