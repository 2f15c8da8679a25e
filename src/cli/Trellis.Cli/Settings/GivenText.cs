namespace Trellis.Cli;

/// <summary>A text that is given in one of three ways: written out, as <c>@</c> and the name of a file, or as <c>-</c> for what is piped in.</summary>
internal static class GivenText
{
    /// <summary>What stands for such a text in the help, after its own name.</summary>
    public const string Elsewhere = "@FILE|-";

    /// <param name="name">The option or the argument, for messages.</param>
    /// <param name="value">What was given; not empty.</param>
    /// <param name="host">Where piped text comes from.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static async Task<string> ReadAsync(string name, string value, CliHost host, CancellationToken cancellationToken)
    {
        if (value is "-")
        {
            return await host.OpenInput().ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }

        if (!value.StartsWith('@'))
        {
            return value;
        }

        try
        {
            return await File.ReadAllTextAsync(value[1..], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{name} cannot be read: {e.Message}");
        }
    }
}
