using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>
/// The users of the project. Reached through <see cref="AerostackClient.Authentication"/>; safe for concurrent use. Contract sections 2.1.2
/// and 2.1.3.
/// </summary>
public sealed class AerostackAuthentication
{
    private readonly AerostackConnection _connection;
    private readonly ApiOperation<AuthResponse> _signin;
    private readonly ApiOperation<AuthResponse> _signup;

    internal AerostackAuthentication(AerostackConnection connection)
    {
        _connection = connection;
        var operations = connection.Operations;
        _signin = operations.Post<AuthResponse>("auth.signin", "/auth/signin", 200, 401);
        _signup = operations.Post<AuthResponse>("auth.signup", "/auth/signup", 201, 400, 409);
    }

    /// <summary>Signs a user in.</summary>
    /// <param name="email">The user's e-mail address.</param>
    /// <param name="password">The user's password.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackErrorResponseException">The address or the password is wrong (401).</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<AuthResponse> SigninAsync(
        string email, Secret password, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(SigningIn(email, password), options, cancellationToken);

    /// <inheritdoc cref="SigninAsync"/>
    public AuthResponse Signin(string email, Secret password, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(SigningIn(email, password), options, cancellationToken);

    /// <summary>Makes a user and signs him in.</summary>
    /// <param name="request">The user to be.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the user may have been made all the same.</param>
    /// <exception cref="AerostackErrorResponseException">A field is not valid (400), or there is such a user (409).</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<AuthResponse> SignupAsync(
        SignupRequest request, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(SigningUp(request), options, cancellationToken);

    /// <inheritdoc cref="SignupAsync"/>
    public AuthResponse Signup(SignupRequest request, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(SigningUp(request), options, cancellationToken);

    private ApiRequest<AuthResponse> SigningIn(string email, Secret password)
    {
        ArgumentNullException.ThrowIfNull(email);
        ArgumentNullException.ThrowIfNull(password);
        return new(_signin, RequestBody.From(new(email, password.Reveal()), AerostackJsonContext.Default.SigninBody));
    }

    private ApiRequest<AuthResponse> SigningUp(SignupRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = new SignupBody(request.Email, request.Password.Reveal(), request.Metadata, request.Name);
        return new(_signup, RequestBody.From(body, AerostackJsonContext.Default.SignupBody));
    }
}
