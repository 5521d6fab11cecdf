package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version, commit and date are set by the release build (cmd/release); a build from sources knows its commit only.
var version, commit, date = "", "", ""

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{Use: "version", Short: p.say("version"), Args: p.noWord, RunE: func(*cobra.Command, []string) error {
		name, source := p.versionOf(debug.ReadBuildInfo())
		fmt.Fprintf(p.Stdout, p.say("version line")+"\n", name, source)
		return nil
	}}
}

// versionOf reads version, commit and date from what the compiler put into the program.
func (p *program) versionOf(info *debug.BuildInfo, ok bool) (name, source string) {
	name = version
	if name == "" {
		name = p.say("version unknown")
	}
	if commit != "" {
		return name, commit[:min(12, len(commit))] + ", " + date
	}
	if !ok {
		return name, "?"
	}
	commit, date := "?", "?"
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			commit = s.Value[:min(12, len(s.Value))]
		case "vcs.time":
			date = s.Value
		}
	}
	return name, commit + ", " + date
}
