using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Cli;

/// <summary>An option whose value is a JSON array, which an environment variable can give as well; the option wins. It is given as <see cref="GivenText"/> has it.</summary>
internal sealed class JsonListSetting : Option<string?>
{
    private readonly string _variable;

    /// <param name="name">The option, with its dashes.</param>
    /// <param name="variable">The environment variable.</param>
    /// <param name="description">What it is for.</param>
    public JsonListSetting(string name, string variable, string description)
        : base(name)
    {
        _variable = variable;
        HelpName = $"JSON|{GivenText.Elsewhere}";
        Description = SettingText.Describe(description, variable);
    }

    /// <summary>The array; <see langword="null"/> when neither option nor variable gives one.</summary>
    /// <exception cref="UsageException">It is not a JSON array, or its file cannot be read.</exception>
    public async Task<IReadOnlyList<JsonNode?>?> ReadAsync(CommandInput input, CancellationToken cancellationToken)
    {
        var value = input.Parsed.GetValue(this) is { Length: > 0 } argument ? argument : input.Host.Variable(_variable);
        return value is null ? null : [.. Parse(await GivenText.ReadAsync(Name, value, input.Host, cancellationToken).ConfigureAwait(false))];
    }

    private JsonArray Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonArray ?? throw new UsageException($"{Name} must be a JSON array.");
        }
        catch (JsonException e)
        {
            throw new UsageException($"{Name} must be a JSON array. {e.Message}");
        }
    }
}
