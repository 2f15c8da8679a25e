using System.Reflection;
using Microsoft.OpenApi;

namespace Trellis.Server.Kernel.OpenApi;

/// <summary>
/// Reads the files in which a platform describes its operations.
/// <code>
/// feature Keys "Keys that open the API."
/// shape Error { detail: string }
/// error Error
/// operation revokeKey "Revokes a key."
///     DELETE /keys/{id}
///     query { reason?: string }
///     200 { revoked: boolean }
///     errors 404
/// </code>
/// </summary>
internal sealed class DescriptionReader(OpenApiDocument document)
{
    private const string Resource = ".api";
    private const string Json = "application/json";

    private readonly List<FeatureDescription> _features = [];
    private readonly List<OperationDescription> _operations = [];
    private FeatureDescription? _feature;
    private string? _error;

    /// <summary>The parts of the platform.</summary>
    public IReadOnlyList<FeatureDescription> Features => _features;

    /// <summary>The operations.</summary>
    public IReadOnlyList<OperationDescription> Operations => _operations;

    /// <summary>Reads all files of an assembly. Shapes become components of the document.</summary>
    /// <exception cref="FormatException">A file is wrong; the message says where.</exception>
    public void Read(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.EndsWith(Resource, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Read(name, text.ReadToEnd());
        }
    }

    /// <summary>Reads one file.</summary>
    /// <exception cref="FormatException">The file is wrong; the message says where.</exception>
    public void Read(string file, string text)
    {
        var tokens = new DescriptionTokens(file, text);
        (_feature, _error) = (null, null);
        while (tokens.Current.Kind is not DescriptionTokenKind.End)
        {
            if (tokens.TryTakeWord("feature"))
                _features.Add(_feature = new FeatureDescription(tokens.Take(DescriptionTokenKind.Word), tokens.Take(DescriptionTokenKind.Quotation)));
            else if (tokens.TryTakeWord("error"))
                _error = tokens.Take(DescriptionTokenKind.Word);
            else if (tokens.TryTakeWord("shape"))
                document.AddComponent(tokens.Take(DescriptionTokenKind.Word), new ShapeReader(tokens, document).Read());
            else if (tokens.TryTakeWord("operation"))
                _operations.Add(ReadOperation(tokens));
            else
                throw tokens.Refuse("'feature', 'error', 'shape' or 'operation' was expected");
        }
    }

    private OperationDescription ReadOperation(DescriptionTokens tokens)
    {
        var operation = new OperationDescription
        {
            Id = tokens.Take(DescriptionTokenKind.Word),
            Summary = tokens.Take(DescriptionTokenKind.Quotation),
            Feature = _feature?.Name ?? throw tokens.Refuse("the operation is of no feature"),
            Error = _error ?? throw tokens.Refuse("the operation's errors have no shape"),
        };
        while (TryReadPlace(tokens, operation) || TryReadRequest(tokens, operation) || TryReadAnswer(tokens, operation))
        {
        }

        return operation.Places.Count > 0 ? operation : throw tokens.Refuse($"the operation '{operation.Id}' is nowhere");
    }

    private static bool TryReadPlace(DescriptionTokens tokens, OperationDescription operation)
    {
        if (!tokens.IsWord() || tokens.Current.Text.AsSpan().ContainsAnyExceptInRange('A', 'Z'))
            return false;

        operation.Places.Add((tokens.Take(DescriptionTokenKind.Word), tokens.Take(DescriptionTokenKind.Word)));
        return true;
    }

    private bool TryReadRequest(DescriptionTokens tokens, OperationDescription operation)
    {
        if (tokens.TryTakeWord("query"))
            operation.Query = new ShapeReader(tokens, document).Read();
        else if (tokens.TryTakeWord("header"))
            operation.Headers = new ShapeReader(tokens, document).Read();
        else if (tokens.TryTakeWord("body"))
            operation.Body = ReadContent(tokens, isRequired: !tokens.TryTakeSign("?"));
        else
            return false;
        return true;
    }

    private bool TryReadAnswer(DescriptionTokens tokens, OperationDescription operation)
    {
        if (tokens.IsStatus)
        {
            operation.Answers.Add((tokens.Take(DescriptionTokenKind.Word), IsContent(tokens) ? ReadContent(tokens, isRequired: true) : null));
            return true;
        }

        if (tokens.TryTakeWord("credentials"))
        {
            do
                operation.Credentials.Add(tokens.Take(DescriptionTokenKind.Word));
            while (tokens.TryTakeSign(","));
            return true;
        }

        if (!tokens.TryTakeWord("errors"))
            return false;
        while (tokens.IsStatus)
            operation.Errors.Add(tokens.Take(DescriptionTokenKind.Word));
        return true;
    }

    // What begins the next clause is no content.
    private static bool IsContent(DescriptionTokens tokens) =>
        tokens.Current.Kind is DescriptionTokenKind.Sign or DescriptionTokenKind.Quotation
        || (tokens.IsWord() && !tokens.IsStatus && tokens.Current.Text is not ("errors" or "operation" or "feature" or "shape" or "error" or "query" or "header" or "body" or "credentials"));

    private ContentDescription ReadContent(DescriptionTokens tokens, bool isRequired)
    {
        var mediaType = tokens.IsWord() && tokens.Current.Text.Contains('/', StringComparison.Ordinal) ? tokens.Take(DescriptionTokenKind.Word) : null;
        return mediaType is null || IsContent(tokens)
            ? new ContentDescription(mediaType ?? Json, new ShapeReader(tokens, document).Read(), isRequired)
            : new ContentDescription(mediaType, null, isRequired);
    }
}
