package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// shells are those for which there is completion, each with the line that switches it on.
var shells = []struct{ name, line string }{
	{"bash", `source <(vitryna completion bash)`},
	{"zsh", `source <(vitryna completion zsh)`},
	{"fish", `vitryna completion fish | source`},
	{"powershell", `vitryna completion powershell | Out-String | Invoke-Expression`},
}

func (p *program) completionCommand() *cobra.Command {
	var names []string
	for _, s := range shells {
		names = append(names, s.name)
	}
	return &cobra.Command{Use: "completion " + p.say("use shell"), Short: p.say("completion"), ValidArgs: names, RunE: func(c *cobra.Command, args []string) error {
		switch {
		case len(args) > 1:
			return callError{fmt.Sprintf(p.say("needless"), args[1])}
		case len(args) == 0:
			fmt.Fprintln(p.Stdout, p.say("completion how"))
			for _, s := range shells {
				fmt.Fprintf(p.Stdout, "  %-12s%s\n", s.name, s.line)
			}
			return nil
		}
		root := c.Root()
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(p.Stdout, true)
		case "zsh":
			return root.GenZshCompletion(p.Stdout)
		case "fish":
			return root.GenFishCompletion(p.Stdout, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(p.Stdout)
		}
		return callError{fmt.Sprintf(p.say("completion unknown"), args[0], strings.Join(names, ", "))}
	}}
}
