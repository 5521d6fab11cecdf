package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"time"

	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"

	"github.com/som-hub/vitryna/generator/drawing"
)

// iconSizes are those at which Windows shows a program.
var iconSizes = []int{256, 64, 48, 32, 24, 16}

// resource writes what Windows shows of a program (its icon, version and name) beside its sources, where the compiler finds it.
func resource(dir, arch, name, date string) error {
	set, err := resources(name, date)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := set.WriteObject(&b, winres.Arch(arch)); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "vitryna_windows_"+arch+".syso"), b.Bytes(), 0o644)
}

func resources(name, date string) (*winres.ResourceSet, error) {
	set := &winres.ResourceSet{}
	icon, err := icon()
	if err != nil {
		return nil, err
	}
	if err := set.SetIcon(winres.Name("APPICON"), icon); err != nil {
		return nil, err
	}
	day, err := time.Parse(time.RFC3339, date)
	if err != nil {
		return nil, err
	}
	number := versionNumber(name)
	info := version.Info{FileVersion: number, ProductVersion: number, Timestamp: day}
	for lang, texts := range map[uint16][2]string{0x422: {"Вітрина", "Вітрина — сайт центру професійного розвитку"}, 0x409: {"Vitryna", "Vitryna — the site of a teachers’ centre"}} {
		for key, text := range map[string]string{
			version.ProductName: texts[0], version.FileDescription: texts[1], version.FileVersion: name, version.ProductVersion: name,
			version.OriginalFilename: "vitryna.exe", version.InternalName: "vitryna",
		} {
			if err := info.Set(lang, key, text); err != nil {
				return nil, err
			}
		}
	}
	set.SetVersionInfo(info)
	set.SetManifest(winres.AppManifest{
		Compatibility: winres.Win7AndAbove, ExecutionLevel: winres.AsInvoker, DPIAwareness: winres.DPIAware, LongPathAware: true,
	})
	return set, nil
}

// shown tells whether Windows will find icon, version and manifest in a program.
func shown(program []byte, name string) error {
	set, err := winres.LoadFromEXE(bytes.NewReader(program))
	if err != nil {
		return err
	}
	info, err := version.FromBytes(set.Get(winres.RT_VERSION, winres.ID(1), version.LangNeutral))
	if err != nil {
		info, err = version.FromBytes(set.Get(winres.RT_VERSION, winres.ID(1), version.LangDefault))
	}
	switch icon, iconErr := set.GetIcon(winres.Name("APPICON")); {
	case err != nil:
		return fmt.Errorf("no version in it: %w", err)
	case info.ProductVersion != versionNumber(name):
		return fmt.Errorf("its version is %v", info.ProductVersion)
	case iconErr != nil || icon == nil:
		return fmt.Errorf("no icon in it: %w", iconErr)
	case len(set.Get(winres.RT_MANIFEST, winres.ID(1), version.LangDefault)) == 0:
		return errors.New("no manifest in it")
	}
	return nil
}

// icon is the program's own: the shop window that every site has, with its letter.
func icon() (*winres.Icon, error) {
	var images []image.Image
	for _, size := range iconSizes {
		data, err := drawing.NewAppIcon("Вітрина", "#1f5f6b", false).PNG(size)
		if err != nil {
			return nil, err
		}
		picture, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		images = append(images, picture)
	}
	return winres.NewIconFromImages(images)
}

var numbers = regexp.MustCompile(`^v?(\d+)\.(\d+)(?:\.(\d+))?`)

// versionNumber is the version as Windows compares it; a commit without a tag is 0.
func versionNumber(name string) (n [4]uint16) {
	for i, part := range numbers.FindStringSubmatch(name) {
		if v, err := strconv.ParseUint(part, 10, 16); i > 0 && err == nil {
			n[i-1] = uint16(v)
		}
	}
	return n
}
