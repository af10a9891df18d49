using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace WeComRobot.Client.Tests.Architecture;

/// <summary>Stands for what System.Text.Json's generator adds to each JSON context at build time: no name of it must stay unresolved.</summary>
internal static class JsonContextStubs
{
    private const string Json = "System.Text.Json";

    public static IEnumerable<string> For(CSharpCompilation compilation) =>
        from type in compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
        where type.BaseType?.ToDisplayString() == Json + ".Serialization.JsonSerializerContext"
        select $$"""
            #nullable enable
            namespace {{type.ContainingNamespace}};
            partial class {{type.Name}}({{Json}}.JsonSerializerOptions? options = null) : {{type.BaseType}}(options)
            {
                public static {{type.Name}} Default => null!;
                protected override {{Json}}.JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override {{Json}}.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null;
                {{string.Concat(SerializedBy(type).Select(MembersFor))}}
            }
            """;

    private static IEnumerable<ITypeSymbol> SerializedBy(INamedTypeSymbol context) => context.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.Name == "JsonSerializableAttribute")
        .Select(attribute => (ITypeSymbol)attribute.ConstructorArguments[0].Value!);

    private static string MembersFor(ITypeSymbol type)
    {
        var (name, full) = (NameOf(type), type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
        return $"public {Json}.Serialization.Metadata.JsonTypeInfo<{full}> {name} => null!; void {name}SerializeHandler({Json}.Utf8JsonWriter writer, {full} value) {{ }} ";
    }

    private static string NameOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => NameOf(array.ElementType) + "Array",
        INamedTypeSymbol { TypeArguments.Length: > 0 } generic => generic.Name + string.Concat(generic.TypeArguments.Select(NameOf)),
        _ => type.Name,
    };
}
