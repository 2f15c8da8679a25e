namespace Trellis.Server.Kernel.Passwords;

/// <summary>Whether a password is the right one.</summary>
/// <param name="IsCorrect">Whether it is.</param>
/// <param name="NeedsRehash">
/// Whether it is, and its hash was made with other parameters than those of today: hash the password again and store that.
/// </param>
public readonly record struct PasswordVerdict(bool IsCorrect, bool NeedsRehash);
