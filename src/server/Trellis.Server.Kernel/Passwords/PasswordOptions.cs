namespace Trellis.Server.Kernel.Passwords;

/// <summary>How passwords are hashed; bound from the configuration section <c>passwords</c>.</summary>
public sealed class PasswordOptions
{
    /// <summary>The number of iterations that OWASP recommends for PBKDF2 with HMAC-SHA-256.</summary>
    /// <seealso href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">Password storage</seealso>
    public const int RecommendedIterations = 600_000;

    private const int FewestIterations = 1_000;
    private const int MostIterations = 100_000_000;

    /// <summary>How often the hash is iterated. Fewer than <see cref="RecommendedIterations"/> are for tests, and the server logs a warning.</summary>
    /// <value>Default 600 000; from 1000.</value>
    public int Iterations { get; set; } = RecommendedIterations;

    /// <summary>How many passwords are hashed side by side, so that sign-ins leave processors to everything else.</summary>
    /// <value>Default 0: half of the processors, and at least one.</value>
    public int Parallelism { get; set; }

    /// <summary>How many may wait for their turn; whoever comes then is refused at once.</summary>
    /// <value>Default 64.</value>
    public int QueueLimit { get; set; } = 64;

    /// <summary><see cref="Parallelism"/>, with the default filled in.</summary>
    internal int Lanes => Parallelism > 0 ? Parallelism : Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Validate()
    {
        if (Iterations is < FewestIterations or > MostIterations)
            throw new ArgumentException($"'passwords:iterations' is from {FewestIterations} to {MostIterations}.");
        if (Parallelism < 0)
            throw new ArgumentException("'passwords:parallelism' is zero or more.");
        if (QueueLimit < 0)
            throw new ArgumentException("'passwords:queueLimit' is zero or more.");
    }
}
