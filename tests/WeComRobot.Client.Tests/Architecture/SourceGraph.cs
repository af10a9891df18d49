using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WeComRobot.Client.Tests.Architecture;

/// <summary>Which source file uses what others declare, as the compiler resolves each name in it. Comments do not count.</summary>
internal static class SourceGraph
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER"]);

    // The assemblies that these tests run on, less those of the product, whose types come from the sources
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("WeComRobot", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <param name="sources">The files: path and text.</param>
    /// <param name="generated">Code that the build adds, on which the files may rest.</param>
    public static Graph Read(IEnumerable<(string Path, string Text)> sources, params IEnumerable<string> generated)
    {
        var files = sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, Parsing, source.Path)).ToArray();
        var compilation = CSharpCompilation.Create(
            "Sources",
            [.. files, .. generated.Select(text => CSharpSyntaxTree.ParseText(text, Parsing))],
            References,
            new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        compilation = compilation.AddSyntaxTrees(JsonContextStubs.For(compilation).Select(text => CSharpSyntaxTree.ParseText(text, Parsing)));

        // A name that does not resolve would be a use that is missed
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        return errors.Length == 0
            ? new(files.ToDictionary(file => file.FilePath, file => FilesUsedBy(file, compilation.GetSemanticModel(file))))
            : throw new InvalidOperationException(string.Join(Environment.NewLine, errors.AsEnumerable()));
    }

    private static HashSet<string> FilesUsedBy(SyntaxTree file, SemanticModel model) => file.GetRoot()
        .DescendantNodes(node => node is not UsingDirectiveSyntax)
        .SelectMany(node => SymbolsOf(node, model))
        .SelectMany(FilesOf)
        .Where(path => path.Length > 0 && path != file.FilePath)
        .ToHashSet();

    private static IEnumerable<ISymbol> SymbolsOf(SyntaxNode node, SemanticModel model) => node switch
    {
        ExpressionSyntax or ConstructorInitializerSyntax => new[] { model.GetSymbolInfo(node).Symbol, model.GetConversion(node).MethodSymbol }.OfType<ISymbol>(),
        _ => [],
    };

    /// <summary>Where a type or member is declared; nowhere for one of the platform.</summary>
    private static IEnumerable<string> FilesOf(ISymbol symbol) =>
        symbol is INamespaceSymbol ? []
        : symbol is IArrayTypeSymbol array ? FilesOf(array.ElementType)
        : symbol.DeclaringSyntaxReferences is { Length: > 0 } places ? places.Select(place => place.SyntaxTree.FilePath)
        : symbol is { IsImplicitlyDeclared: true, ContainingType: { } type } ? FilesOf(type)
        : symbol.OriginalDefinition is var definition && !SymbolEqualityComparer.Default.Equals(definition, symbol) ? FilesOf(definition)
        : [];
}
