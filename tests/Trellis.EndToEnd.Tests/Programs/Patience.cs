namespace Trellis.EndToEnd.Tests.Programs;

/// <summary>How long a test waits for something that must happen, before it fails instead of hanging.</summary>
internal static class Patience
{
    public static readonly TimeSpan Long = TimeSpan.FromMinutes(2);
}
