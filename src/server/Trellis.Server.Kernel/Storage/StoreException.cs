namespace Trellis.Server.Kernel.Storage;

/// <summary>
/// The database engine failed. The work that was asked for left nothing behind, except where <see cref="Failure"/> says that this is unknown.
/// </summary>
public sealed class StoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public StoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What kind of failure it was.</summary>
    /// <value><see cref="StoreFailure.Engine"/> unless something more precise is known.</value>
    public StoreFailure Failure { get; init; }
}
