using System.CommandLine;

namespace Trellis.Cli;

/// <summary>A pair of options, <c>--x</c> and <c>--no-x</c>, which an environment variable can stand for as well; the options win.</summary>
internal sealed class SwitchSetting
{
    private static readonly SettingFormat<bool> Format = SettingFormats.Choice(
        ("on", true), ("true", true), ("1", true), ("yes", true), ("off", false), ("false", false), ("0", false), ("no", false));

    private readonly string _variable;
    private readonly Option<bool> _on;
    private readonly Option<bool> _off;

    /// <param name="name">The name of both, without dashes.</param>
    /// <param name="variable">The environment variable.</param>
    /// <param name="onDescription">What <c>--x</c> does.</param>
    /// <param name="offDescription">What <c>--no-x</c> does.</param>
    /// <param name="alias">A short form of <c>--x</c>, with its dash; <see langword="null"/> for none.</param>
    public SwitchSetting(string name, string variable, string onDescription, string offDescription, string? alias = null)
    {
        _variable = variable;
        _on = new($"--{name}") { Description = SettingText.Describe(onDescription, $"{variable}=on"), Arity = ArgumentArity.Zero };
        if (alias is not null) _on.Aliases.Add(alias);
        _off = new($"--no-{name}") { Description = SettingText.Describe(offDescription, $"{variable}=off"), Arity = ArgumentArity.Zero };
    }

    public void AddTo(Command command)
    {
        command.Add(_on);
        command.Add(_off);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_on) is not null && result.GetResult(_off) is not null)
            {
                result.AddError($"{_on.Name} and {_off.Name} exclude each other.");
            }
        });
    }

    /// <summary>Whether it is on; <see langword="false"/> when nothing says so.</summary>
    /// <exception cref="FormatException">The variable cannot be read.</exception>
    public bool Read(CommandInput input)
    {
        if (input.Parsed.GetValue(_on)) return true;
        if (input.Parsed.GetValue(_off) || input.Host.Variable(_variable) is not { } text) return false;
        return Format.TryParse(text, out var value) ? value : throw new FormatException(SettingText.Malformed(_variable, Format.Expected, text));
    }
}
