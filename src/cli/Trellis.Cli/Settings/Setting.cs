using System.CommandLine;

namespace Trellis.Cli;

/// <summary>
/// An option with one value, which an environment variable can give as well; the option wins. Empty values count as absent. What the
/// option has wrong is a usage error; a variable that cannot be read is an error of the configuration.
/// </summary>
internal sealed class Setting<T> : Option<string?>
{
    private readonly string _variable;
    private readonly SettingFormat<T> _format;

    /// <param name="name">The option, with its dashes.</param>
    /// <param name="variable">The environment variable.</param>
    /// <param name="valueName">What stands for the value in the help.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="format">How the value is written.</param>
    public Setting(string name, string variable, string valueName, string description, SettingFormat<T> format)
        : base(name)
    {
        _variable = variable;
        _format = format;
        HelpName = valueName;
        Description = SettingText.Describe(description, variable);
        Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { Length: > 0 } text }] && !format.TryParse(text, out _))
            {
                result.AddError(SettingText.Malformed(name, format.Expected, text));
            }
        });
    }

    /// <summary>The value, or <paramref name="fallback"/> when neither option nor variable gives one.</summary>
    /// <exception cref="FormatException">The variable cannot be read.</exception>
    public T Read(CommandInput input, T fallback)
    {
        if (input.Parsed.GetValue(this) is { Length: > 0 } argument && _format.TryParse(argument, out var given))
        {
            return given;
        }

        if (input.Host.Variable(_variable) is not { } text)
        {
            return fallback;
        }

        return _format.TryParse(text, out var value) ? value : throw new FormatException(SettingText.Malformed(_variable, _format.Expected, text));
    }

    /// <summary>The value, which has to be there.</summary>
    /// <exception cref="UsageException">Neither option nor variable gives one.</exception>
    /// <exception cref="FormatException">The variable cannot be read.</exception>
    public T ReadRequired(CommandInput input) =>
        input.Parsed.GetValue(this) is { Length: > 0 } || input.Host.Variable(_variable) is not null
            ? Read(input, default!)
            : throw new UsageException(SettingText.Missing(Name, _variable));
}
