import com.github.mkopylec.recaptcha.RecaptchaProperties;
import com.github.mkopylec.recaptcha.security.login.InMemoryLoginFailuresManager;
import java.lang.reflect.Proxy;
import javax.servlet.http.HttpServletRequest;

/** Failed logins of one user: a map entry that is read in one method and written in another. */
public final class PB01 implements Drive.Bug {
  private final InMemoryLoginFailuresManager manager;
  private final HttpServletRequest request;

  public PB01() {
    manager = new InMemoryLoginFailuresManager(new RecaptchaProperties());
    manager.setUsernameParameter("user");
    request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                PB01.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    method.getName().equals("getParameter") ? "somebody" : null);
  }

  @Override
  public void hit() {
    manager.addLoginFailure(request);
  }

  @Override
  public long counted() {
    return manager.getLoginFailuresCount(request);
  }
}
