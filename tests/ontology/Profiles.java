import java.io.File;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.*;

/** Prints the violations of each OWL 2 profile in an ontology, as the OWL API finds them: 'profile TAB kind TAB axiom'. */
public class Profiles {
    public static void main(String[] arguments) throws Exception {
        OWLOntology ontology =
            OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(new File(arguments[0]));
        System.out.println("axioms\t" + ontology.getAxiomCount());
        OWLProfile[] profiles = {new OWL2DLProfile(), new OWL2ELProfile(), new OWL2QLProfile(), new OWL2RLProfile()};
        for (OWLProfile profile : profiles) {
            for (OWLProfileViolation violation : profile.checkOntology(ontology).getViolations()) {
                Object axiom = violation.getAxiom() == null ? "" : violation.getAxiom().getAxiomType();
                String kind = violation.getClass().getSimpleName();
                System.out.println(profile.getClass().getSimpleName() + "\t" + kind + "\t" + axiom);
            }
        }
    }
}
