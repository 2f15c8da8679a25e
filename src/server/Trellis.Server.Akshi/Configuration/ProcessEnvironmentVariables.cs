namespace Trellis.Server.Akshi.Configuration;

/// <summary>The variables that the server was started with.</summary>
internal sealed class ProcessEnvironmentVariables : IEnvironmentVariables
{
    /// <inheritdoc/>
    public string? Find(string name) => Environment.GetEnvironmentVariable(name);
}
