using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Cli;

/// <summary>
/// An option whose value is a JSON object, which an environment variable can give as well; the option wins. It is written out, or as
/// <c>@</c> and the name of a file, or as <c>-</c> for what is piped in.
/// </summary>
internal sealed class JsonSetting : Option<string?>
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly string _variable;

    /// <param name="name">The option, with its dashes.</param>
    /// <param name="variable">The environment variable.</param>
    /// <param name="description">What it is for.</param>
    public JsonSetting(string name, string variable, string description)
        : base(name)
    {
        _variable = variable;
        HelpName = $"JSON|{GivenText.Elsewhere}";
        Description = SettingText.Describe(description, variable);
    }

    /// <summary>The object; <see langword="null"/> when neither option nor variable gives one.</summary>
    /// <exception cref="UsageException">It is not a JSON object, or its file cannot be read.</exception>
    public async Task<JsonObject?> ReadAsync(CommandInput input, CancellationToken cancellationToken)
    {
        var value = input.Parsed.GetValue(this) is { Length: > 0 } argument ? argument : input.Host.Variable(_variable);
        return value is null ? null : Parse(await GivenText.ReadAsync(Name, value, input.Host, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The object, which has to be there.</summary>
    /// <exception cref="UsageException">There is none, it is not a JSON object, or its file cannot be read.</exception>
    public async Task<JsonObject> ReadRequiredAsync(CommandInput input, CancellationToken cancellationToken) =>
        await ReadAsync(input, cancellationToken).ConfigureAwait(false) ?? throw new UsageException(SettingText.Missing(Name, _variable));

    private JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict) as JsonObject ?? throw new UsageException($"{Name} must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw new UsageException($"{Name} must be a JSON object. {e.Message}");
        }
    }
}
