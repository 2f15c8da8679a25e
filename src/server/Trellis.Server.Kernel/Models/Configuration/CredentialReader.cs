namespace Trellis.Server.Kernel.Models;

/// <summary>Reads a credential from where the configuration says it is.</summary>
internal static class CredentialReader
{
    private const string EnvironmentPrefix = "env:";
    private const string FilePrefix = "file:";

    /// <summary>
    /// Reads the member: <c>env:NAME</c> is an environment variable, <c>file:PATH</c> a file (white space around its content does not
    /// count), anything else the credential itself.
    /// </summary>
    /// <param name="section">The section that has the member.</param>
    /// <param name="name">The member.</param>
    /// <param name="baseDirectory">Where relative paths begin.</param>
    /// <returns>The credential; null when the member is absent or, reported, wrong.</returns>
    public static UpstreamCredential? Read(ConfigurationSectionReader section, string name, string baseDirectory)
    {
        if (section.Text(name) is not { } text)
        {
            return null;
        }

        var value = text.Trim();
        if (value.StartsWith(EnvironmentPrefix, StringComparison.Ordinal))
        {
            value = ReadVariable(section, name, value[EnvironmentPrefix.Length..]);
        }
        else if (value.StartsWith(FilePrefix, StringComparison.Ordinal))
        {
            value = ReadFile(section, name, System.IO.Path.Combine(baseDirectory, value[FilePrefix.Length..]));
        }

        if (value is null)
        {
            return null;
        }

        if (value.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            section.Refuse(name, "may hold visible ASCII characters only.");
            return null;
        }

        return new UpstreamCredential(value);
    }

    private static string? ReadVariable(ConfigurationSectionReader section, string name, string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable)?.Trim();
        if (!string.IsNullOrEmpty(value))
        {
            return value;
        }

        section.Refuse(name, $"the environment variable '{variable}' is not set.");
        return null;
    }

    private static string? ReadFile(ConfigurationSectionReader section, string name, string path)
    {
        try
        {
            var value = File.ReadAllText(path).Trim();
            if (value.Length > 0)
            {
                return value;
            }

            section.Refuse(name, $"the file '{path}' is empty.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            section.Refuse(name, $"the file '{path}' cannot be read: {exception.Message}");
        }

        return null;
    }
}
