namespace Trellis.Aerostack;

/// <summary>
/// How long to wait between attempts, and for how long to go on: the wait before the retry number <c>n</c>, from 0, is
/// <c>InitialInterval * Exponent^n</c> plus a random part of up to a second, and at most <c>MaxInterval</c>. There is no limit on the
/// number of attempts, only on the time. Contract section 4.
/// </summary>
/// <param name="InitialInterval">The first wait, in milliseconds.</param>
/// <param name="MaxInterval">The longest wait, in milliseconds. A server's <c>Retry-After</c> is not cut by it.</param>
/// <param name="Exponent">By what each wait is larger than the one before; 1 for waits of one length.</param>
/// <param name="MaxElapsedTime">
/// After how many milliseconds a failure is final. It is looked at before each wait, so a call can take longer by one wait and one
/// attempt.
/// </param>
public sealed record BackoffStrategy(int InitialInterval, int MaxInterval, double Exponent, int MaxElapsedTime);
