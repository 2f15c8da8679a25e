using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Cli;

/// <summary>
/// An option whose value is any JSON but null, which an environment variable can give as well; the option wins. It is given as
/// <see cref="GivenText"/> has it.
/// </summary>
internal sealed class JsonValueSetting : Option<string?>
{
    private readonly string _variable;

    /// <param name="name">The option, with its dashes.</param>
    /// <param name="variable">The environment variable.</param>
    /// <param name="description">What it is for.</param>
    public JsonValueSetting(string name, string variable, string description)
        : base(name)
    {
        _variable = variable;
        HelpName = $"JSON|{GivenText.Elsewhere}";
        Description = SettingText.Describe(description, variable);
    }

    /// <summary>The value, which has to be there.</summary>
    /// <exception cref="UsageException">There is none, it is not JSON, or its file cannot be read.</exception>
    public async Task<JsonNode> ReadRequiredAsync(CommandInput input, CancellationToken cancellationToken)
    {
        var value = (input.Parsed.GetValue(this) is { Length: > 0 } argument ? argument : input.Host.Variable(_variable))
            ?? throw new UsageException(SettingText.Missing(Name, _variable));
        try
        {
            return JsonNode.Parse(await GivenText.ReadAsync(Name, value, input.Host, cancellationToken).ConfigureAwait(false))
                ?? throw new UsageException($"{Name} must be JSON, and not null.");
        }
        catch (JsonException e)
        {
            throw new UsageException($"{Name} must be JSON. {e.Message}");
        }
    }
}
