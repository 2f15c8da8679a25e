namespace Trellis.Server.Kernel.Secrets;

/// <summary>A protected secret cannot be opened: its key is not there, or the envelope was changed or moved. Never holds the secret.</summary>
public sealed class SecretProtectionException : Exception
{
    /// <summary>Creates the exception.</summary>
    public SecretProtectionException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public SecretProtectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
