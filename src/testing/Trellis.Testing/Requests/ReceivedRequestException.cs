namespace Trellis.Testing;

/// <summary>A <see cref="TrellisServer"/> has not received what a test expects. The message lists what it has received, without credentials.</summary>
public sealed class ReceivedRequestException : Exception
{
    internal ReceivedRequestException(string message)
        : base(message)
    {
    }
}
