namespace Trellis;

/// <summary>Where a <see cref="SecretPattern"/> was found: from <see cref="Start"/> up to, but without, <see cref="End"/>.</summary>
internal readonly record struct SecretMatch(int Start, int End)
{
    public static SecretMatch None => new(int.MaxValue, int.MaxValue);

    public bool IsFound => Start != int.MaxValue;
}
