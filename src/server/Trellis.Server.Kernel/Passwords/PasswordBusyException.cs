namespace Trellis.Server.Kernel.Passwords;

/// <summary>So many passwords wait to be hashed that this one was refused. The same call may succeed in a moment.</summary>
public sealed class PasswordBusyException : Exception
{
    /// <summary>Creates the exception.</summary>
    public PasswordBusyException()
        : base("Too many passwords are being checked at the moment.")
    {
    }
}
