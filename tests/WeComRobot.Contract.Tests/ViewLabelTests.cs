using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>The views of WeComRobot.format.ps1xml take their labels from resources, so that they follow the user's language.</summary>
public sealed class ViewLabelTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "WeComRobot");
    private static readonly XDocument Views = XDocument.Load(Path.Combine(Folder, "WeComRobot.format.ps1xml"));

    [Fact]
    public void Every_column_and_every_line_has_a_label() =>
        Assert.All(Views.Descendants().Where(e => e.Name.LocalName is "TableColumnHeader" or "ListItem"), e => Assert.NotNull(e.Element("Label")));

    [Fact]
    public void Every_label_is_a_resource_and_there_are_no_others()
    {
        var labels = Views.Descendants("Label").ToArray();
        var texts = XDocument.Load(Path.Combine(Folder, "Views", "Labels.resx")).Root!.Elements("data")
            .ToDictionary(e => e.Attribute("name")!.Value, e => e.Element("value")!.Value);

        Assert.All(labels, label => Assert.Equal("WeComRobot.Views.Labels", label.Attribute("BaseName")?.Value));
        // What stands in the file is what shows where the resource is not found
        Assert.All(labels, label => Assert.Equal(label.Value, texts[label.Attribute("ResourceId")!.Value]));
        Assert.Equal(texts.Keys.Order(), labels.Select(label => label.Attribute("ResourceId")!.Value).Distinct().Order());
    }

    /// <summary>Windows PowerShell reads the views before it loads the root module: a label whose assembly is not loaded fails the import.</summary>
    [Fact]
    public void Every_assembly_of_a_label_is_loaded_before_the_views_are_read()
    {
        var manifest = File.ReadAllText(Path.Combine(Repository.Root, "WeComRobot.psd1"));
        var required = Regex.Match(manifest, @"^ *RequiredAssemblies *= *(.+)$", RegexOptions.Multiline).Groups[1].Value;
        var files = Regex.Matches(required, """["']([^"']+)["']""").Select(m => m.Groups[1].Value).ToArray();

        Assert.All(
            Views.Descendants().Attributes("AssemblyName").Select(a => a.Value).Distinct(),
            assembly => Assert.Contains(assembly, files.Select(f => Path.GetFileNameWithoutExtension(f))));
        Assert.All(
            from file in files from edition in new[] { "Core", "Desktop" } select file.Replace("$PSEdition", edition),
            file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file));
    }
}
