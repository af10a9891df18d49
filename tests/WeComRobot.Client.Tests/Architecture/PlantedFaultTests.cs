using System;
using System.Linq;
using Xunit;

namespace WeComRobot.Client.Tests.Architecture;

/// <summary>LayerTests' checks find what is wrong in sources that were made to be wrong, and nothing else.</summary>
public class PlantedFaultTests
{
    [Fact]
    public void A_circle_of_two_files_is_reported() => Assert.Equal(
        ["A.cs → B.cs → A.cs"],
        Graph(("A.cs", "class A { B? b; }"), ("B.cs", "class B { A? a; }")).FindCircles());

    [Fact]
    public void A_circle_is_reported_once_and_without_the_files_that_lead_to_it() => Assert.Equal(
        ["B.cs → D.cs → C.cs → B.cs"],
        Graph(("A.cs", "class A { B? b; }"), ("B.cs", "class B { D? d; }"), ("C.cs", "class C { B? b; }"), ("D.cs", "class D { C? c; }")).FindCircles());

    [Fact]
    public void A_circle_of_folders_is_reported_even_if_its_files_are_in_none()
    {
        var files = Graph(
            ("Text/A.cs", "namespace T { class A { M.B? b; } }"),
            ("Media/B.cs", "namespace M { class B; class C { T.D? d; } }"),
            ("Text/D.cs", "namespace T { class D; }"));
        Assert.Empty(files.FindCircles());
        Assert.Equal(["Media → Text → Media"], files.GroupBy(House.FolderOf).FindCircles());
    }

    [Fact]
    public void A_use_of_a_higher_floor_or_a_neighbour_is_reported() => Assert.Equal(
        ["State/Low.cs → Delivery/High.cs", "Text/Here.cs → Media/There.cs"],
        House.FindTrespasses(Graph(
            ("State/Low.cs", "class Low { High? high; }"),
            ("Delivery/High.cs", "class High { Here? here; }"),
            ("Text/Here.cs", "class Here { There? there; }"),
            ("Media/There.cs", "class There;"))).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("class A { int Count(B b) => b.Next.Size; }")] // by a member of a type that has no name here
    [InlineData("class A { B b = new(new()); }")]
    [InlineData("class A { int Count(B b) => b[0].Double(); }")] // by an extension method
    [InlineData("class A(C next) : B(next);")]
    [InlineData("class A { C? next = 5; }")] // by a conversion
    [InlineData("[C.Mark] class A;")]
    public void A_use_is_seen_however_it_is_written(string source)
    {
        var files = Graph(
            ("A.cs", source),
            ("B.cs", "class B(C next) { public C Next => next; public int this[int i] => i; }"),
            ("C.cs", """
                class C
                {
                    public int Size;
                    public static implicit operator C(int size) => new() { Size = size };
                    public class MarkAttribute : System.Attribute;
                }

                static class Numbers { public static int Double(this int i) => 2 * i; }
                """));
        Assert.Contains(("A.cs", "C.cs"), files.Uses);
    }

    [Fact]
    public void Comments_are_no_use() =>
        Assert.Empty(Graph(("A.cs", "/// <summary><see cref=\"B\"/></summary>\nclass A; // B"), ("B.cs", "class B;")).Uses);

    [Fact]
    public void A_type_and_its_JSON_context_in_one_file_are_no_circle() => Assert.Empty(Graph(("A.cs", """
        using System.Text.Json;
        using System.Text.Json.Serialization;

        namespace Some;

        class A
        {
            public A? Copy() => JsonSerializer.Deserialize(JsonSerializer.Serialize(this, Context.Default.A), Context.Default.A);
        }

        [JsonSerializable(typeof(A))]
        partial class Context : JsonSerializerContext;
        """)).FindCircles());

    [Fact]
    public void Sources_that_do_not_compile_are_not_judged() =>
        Assert.Contains("CS0246", Assert.Throws<InvalidOperationException>(() => Graph(("A.cs", "class A { Missing? m; }"))).Message);

    private static Graph Graph(params (string Path, string Text)[] sources) => SourceGraph.Read(sources);
}
