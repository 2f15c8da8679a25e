using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Trellis.Documentation.Tests.Snippets;

/// <summary>Compiles pieces of pages against what these tests are built with.</summary>
internal static class SnippetCompiler
{
    // What a project with implicit usings has, as the SDK of web applications gives it.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Text.Json.Nodes;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Logging;
        global using Trellis;
        global using Xunit;
        """;

    private static readonly string Surroundings =
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Trellis.Documentation.Tests", "Snippets", "Surroundings.txt"));

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the compiler finds wrong with a piece, each with the line of the page's piece.</summary>
    public static IReadOnlyList<string> Errors(Snippet snippet)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: [SymbolOf(snippet.Page)]);
        string[] sources = [ImplicitUsings, Surroundings, snippet.ToProgram()];
        var compilation = CSharpCompilation.Create(
            "Shown",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, parsing)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return
        [
            .. compilation.GetDiagnostics()
                .Where(static found => found.Severity is DiagnosticSeverity.Error)
                .Select(static found => string.Create(CultureInfo.InvariantCulture, $"{found.GetMessage(CultureInfo.InvariantCulture)} ({LineOf(found)})")),
        ];
    }

    private static string SymbolOf(string page) =>
        new([.. Path.GetFileNameWithoutExtension(page).Where(char.IsAsciiLetter).Select(char.ToUpperInvariant)]);

    private static string LineOf(Diagnostic found) =>
        found.Location.SourceTree?.GetText().Lines[found.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
}
