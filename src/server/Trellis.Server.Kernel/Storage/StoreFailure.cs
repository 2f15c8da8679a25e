namespace Trellis.Server.Kernel.Storage;

/// <summary>What a caller of the store may want to tell apart about a <see cref="StoreException"/>.</summary>
public enum StoreFailure
{
    /// <summary>The engine refused a statement or failed in a way that repeating will not mend.</summary>
    Engine,

    /// <summary>A unique, foreign key, not-null or check constraint was violated.</summary>
    Constraint,

    /// <summary>The engine cannot be reached, is overloaded or gave up on a conflict; the same call may succeed later.</summary>
    Unavailable,

    /// <summary>The connection broke during a commit: the write may have been kept. Read before writing it again.</summary>
    OutcomeUnknown,

    /// <summary>The schema of the database is not one that this server may use.</summary>
    Schema,
}
