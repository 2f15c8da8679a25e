using System.Collections;
using Microsoft.Extensions.Configuration;

namespace Trellis.Server;

/// <summary>
/// The settings of one run: a flag wins over an environment variable, that over <c>trellis.json</c> in the data directory, that over the
/// default.
/// </summary>
internal sealed class ServerConfiguration
{
    public const string VariablePrefix = "TRELLIS_";

    private ServerConfiguration(string? dataDirectory, IConfiguration values)
    {
        DataDirectory = dataDirectory;
        Values = values;
    }

    /// <summary>The full path of the data directory; null when the server is to keep nothing.</summary>
    public string? DataDirectory { get; }

    public IConfiguration Values { get; }

    /// <param name="flags">The options that stood on the command line, by <see cref="ServerSetting.Key"/>.</param>
    /// <exception cref="ServerStartException">The settings contradict each other, or <c>trellis.json</c> cannot be read.</exception>
    public static ServerConfiguration Load(IReadOnlyDictionary<string, string?> flags)
    {
        var fromFlags = new ConfigurationBuilder().AddInMemoryCollection(flags).Build();
        var fromEnvironment = new ConfigurationBuilder().AddInMemoryCollection(ReadEnvironment()).Build();
        var directory = DataLocation.Find(fromFlags, fromEnvironment);

        var layers = new ConfigurationBuilder();
        if (directory is not null)
            layers.AddJsonFile(Path.Combine(directory, DataFiles.Configuration), optional: true, reloadOnChange: false);

        try
        {
            return new ServerConfiguration(directory, layers.AddConfiguration(fromEnvironment).AddConfiguration(fromFlags).Build());
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new ServerStartException(
                ServerStartFailure.Configuration, $"{DataFiles.Configuration} cannot be read: {error.GetBaseException().Message}", error);
        }
    }

    // TRELLIS_MODELS__UPSTREAMS__0__NAME reaches a nested key. An empty variable is one that somebody unset.
    private static IEnumerable<KeyValuePair<string, string?>> ReadEnvironment()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is not { Key: string name, Value: string { Length: > 0 } value } || !name.StartsWith(VariablePrefix, StringComparison.Ordinal))
                continue;

            var key = ServerSetting.All.FirstOrDefault(setting => setting.Variable == name)?.Key
                ?? name[VariablePrefix.Length..].Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
            yield return KeyValuePair.Create(key, (string?)value);
        }
    }
}
