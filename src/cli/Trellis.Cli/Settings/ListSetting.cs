using System.CommandLine;

namespace Trellis.Cli;

/// <summary>An option that can be repeated, which an environment variable can give as well, separated by commas; the option wins.</summary>
internal sealed class ListSetting : Option<string[]>
{
    private readonly string _variable;

    /// <param name="name">The option, with its dashes.</param>
    /// <param name="alias">Its short form, with its dash.</param>
    /// <param name="variable">The environment variable.</param>
    /// <param name="valueName">What stands for one value in the help.</param>
    /// <param name="description">What it is for.</param>
    public ListSetting(string name, string alias, string variable, string valueName, string description)
        : base(name, alias)
    {
        _variable = variable;
        HelpName = valueName;
        Description = SettingText.Describe(description, $"{variable}, comma-separated");
        Arity = ArgumentArity.OneOrMore;
    }

    /// <summary>The values in the order given, empty ones left out; <see langword="null"/> when there are none.</summary>
    public IReadOnlyList<string>? Read(CommandInput input)
    {
        var values = Filled(input.Parsed.GetValue(this));
        if (values.Count == 0) values = Filled(input.Host.Variable(_variable)?.Split(',', StringSplitOptions.TrimEntries));
        return values.Count == 0 ? null : values;
    }

    /// <summary>The values, of which there has to be one at least.</summary>
    /// <exception cref="UsageException">There are none.</exception>
    public IReadOnlyList<string> ReadRequired(CommandInput input) => Read(input) ?? throw new UsageException(SettingText.Missing(Name, _variable));

    private static List<string> Filled(string[]? values) => [.. (values ?? []).Where(static value => value.Length > 0)];
}
