using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>The library knows no PowerShell, in words either: what names a cmdlet or a parameter stands in the module.</summary>
public sealed class ClientWordsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "WeComRobot.Client");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.resx").Concat(Directory.EnumerateFiles(Path.Combine(Folder, "Reference"), "*.json")).Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_text_names_PowerShell_or_what_one_types_there(string file) => Assert.All(TextsIn(file), text =>
    {
        Assert.DoesNotMatch(@"(?i)powershell|cmdlet|pipeline", text);
        // A cmdlet, a parameter, a variable, the escape of a string
        Assert.DoesNotMatch(@"\b[A-Z][a-z]+-[A-Z]|(?<![\w-])-[A-Z][A-Za-z]|\$\w|`", text);
    });

    [Theory]
    [MemberData(nameof(Files))]
    public void A_text_names_no_parameter_that_is_no_member_of_the_library(string file)
    {
        var members = Assembly.LoadFrom(Path.Combine(BuiltModule.Folder("Core"), "WeComRobot.Client.dll")).GetExportedTypes()
            .SelectMany(type => type.GetMembers().Select(member => member.Name).Append(type.Name)).ToHashSet();
        // Words of everyday English, such as Name, are parameters too: a capital within or a digit tells the others
        var parameters = Cmdlets.All.SelectMany(cmdlet => cmdlet.Parameters).Select(parameter => parameter.Name)
            .Where(name => Regex.IsMatch(name, @"\B[A-Z]|\d") || name == "Overflow").Except(members).Distinct().ToArray();

        Assert.NotEmpty(parameters);
        Assert.All(TextsIn(file), text => Assert.DoesNotContain(parameters, name => Regex.IsMatch(text, $@"\b{name}\b")));
    }

    [Theory]
    [InlineData("Strings.resx", "CommandStrings.resx")]
    [InlineData("Strings.zh-Hans.resx", "CommandStrings.zh-Hans.resx")]
    public void The_module_says_in_its_own_words_only_what_the_library_advises(string own, string module)
    {
        var advice = Advice(Path.Combine(Folder, "..", "WeComRobot", module));

        Assert.NotEmpty(advice);
        Assert.Subset(Advice(Path.Combine(Folder, own)).ToHashSet(), advice.ToHashSet());
    }

    private static IEnumerable<string> Advice(string file) => Entries(file).Select(entry => entry.Attribute("name")!.Value)
        .Where(name => name.StartsWith("Advise", StringComparison.Ordinal));

    private static IEnumerable<string> TextsIn(string file) => file.EndsWith(".resx", StringComparison.Ordinal)
        ? Entries(Path.Combine(Folder, file)).Select(entry => entry.Element("value")!.Value)
        : TextsIn(JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "Reference", file))).RootElement);

    private static IEnumerable<string> TextsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => TextsIn(property.Value)),
        _ => [],
    };

    private static IEnumerable<XElement> Entries(string file) => XDocument.Load(file).Root!.Elements("data");
}
