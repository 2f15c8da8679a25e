namespace Trellis.Server.Console.Platforms;

/// <summary>A platform has refused something. The message is the platform's own and fit for people.</summary>
internal sealed class PlatformException(string platform, int status, string message) : Exception(message)
{
    /// <summary>The platform.</summary>
    public string Platform => platform;

    /// <summary>The status of its answer.</summary>
    public int Status => status;
}
