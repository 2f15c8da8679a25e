namespace Trellis.Server.Akshi.Configuration;

/// <summary>The environment of the process, asked anew each time. Safe for concurrent use.</summary>
internal interface IEnvironmentVariables
{
    /// <summary>The value of a variable; null when it is not set.</summary>
    string? Find(string name);
}
