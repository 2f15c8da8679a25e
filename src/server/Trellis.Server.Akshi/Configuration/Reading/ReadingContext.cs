using System.Text.RegularExpressions;
using Trellis.Server.Akshi.Toml;

namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>What one reading of the file has come upon: what is wrong, what is strange, what is secret.</summary>
/// <param name="file">The file's name, for messages.</param>
/// <param name="folder">Its folder, a full path.</param>
/// <param name="environment">Where <c>${NAME}</c> is looked up.</param>
internal sealed partial class ReadingContext(string file, string folder, IEnvironmentVariables environment)
{
    // Enough to correct a file in one go, and an answer does not grow without end.
    private const int MostErrors = 20;

    // Shorter values would mask ordinary words of the log.
    private const int ShortestSecret = 6;

    private readonly List<ConfigurationFault> _errors = [];
    private readonly List<ConfigurationFault> _warnings = [];
    private readonly List<RuntimeSecret> _secrets = [];

    public string Folder => folder;

    public IReadOnlyList<ConfigurationFault> Errors => _errors;

    public IReadOnlyList<ConfigurationFault> Warnings => _warnings;

    public IReadOnlyList<RuntimeSecret> Secrets => _secrets;

    /// <summary>Notes an error; the reading goes on.</summary>
    public void Fail(TomlPosition position, string key, string reason)
    {
        if (_errors.Count < MostErrors)
            _errors.Add(new ConfigurationFault(file, position.Line, position.Column, key, reason));
    }

    /// <summary>Notes something strange.</summary>
    public void Warn(TomlPosition position, string key, string reason) =>
        _warnings.Add(new ConfigurationFault(file, position.Line, position.Column, key, reason));

    /// <summary>Puts the values of variables in; <c>$${</c> stands for <c>${</c>.</summary>
    public string Interpolate(TomlString text, string key)
    {
        if (!text.Value.Contains("${", StringComparison.Ordinal))
            return text.Value;

        return Variables().Replace(text.Value, match =>
        {
            if (match.Value[1] == '$')
                return match.Value[1..];

            var name = match.Groups[1].Value;
            if (environment.Find(name) is not { } value)
            {
                Fail(text.Position, key, $"needs the environment variable {name}, which is not set");
                return "";
            }

            if (SecretName().IsMatch(name))
                Keep(value);
            return value;
        });
    }

    /// <summary>Makes a secret of a value, which is then never printed.</summary>
    public RuntimeSecret Keep(string value)
    {
        var secret = new RuntimeSecret(value);
        if (value.Length >= ShortestSecret)
            _secrets.Add(secret);
        return secret;
    }

    /// <summary>Remembers the present value of a variable as a secret.</summary>
    public void KeepVariable(string name)
    {
        if (environment.Find(name) is { } value)
            Keep(value);
    }

    [GeneratedRegex(@"\$?\$\{([A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variables();

    [GeneratedRegex("KEY|TOKEN|SECRET|PASSW|CREDENTIAL", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();
}
